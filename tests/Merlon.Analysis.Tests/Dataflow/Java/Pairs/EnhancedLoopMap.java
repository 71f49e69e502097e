import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class EnhancedLoopMap {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("id", request.getParameter("id"));
        String id = "safe";
        for (Map.Entry<String, String> e : map.entrySet()) id = e.getValue();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("id", "safe");
        String id = "safe";
        for (Map.Entry<String, String> e : map.entrySet()) id = e.getValue();
        statement.execute("select " + id);
    }
}
