import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MapRemove {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("a", request.getParameter("id"));
        String id = map.getOrDefault("a", "safe");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("a", request.getParameter("id"));
        map.remove("a");
        String id = map.getOrDefault("a", "safe");
        statement.execute("select " + id);
    }
}
