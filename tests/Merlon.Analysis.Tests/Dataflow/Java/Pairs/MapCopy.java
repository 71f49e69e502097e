import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MapCopy {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("a", request.getParameter("id"));
        map.put("b", "safe");
        Map<String, String> copy = new TreeMap<>(map);
        String id = copy.get("a");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("a", request.getParameter("id"));
        map.put("b", "safe");
        Map<String, String> copy = new TreeMap<>(map);
        String id = copy.get("b");
        statement.execute("select " + id);
    }
}
