import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MapKeys {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put(request.getParameter("id"), "safe");
        String id = map.keySet().iterator().next();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("safe", request.getParameter("id"));
        String id = map.keySet().iterator().next();
        statement.execute("select " + id);
    }
}
