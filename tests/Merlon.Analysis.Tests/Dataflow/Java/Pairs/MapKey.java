import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MapKey {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Map<String, String> values = new HashMap<>();
        values.put("a", "safe");
        values.put("b", request.getParameter("id"));
        statement.execute("select " + values.get("b")); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Map<String, String> values = new HashMap<>();
        values.put("a", "safe");
        values.put("b", request.getParameter("id"));
        statement.execute("select " + values.get("a"));
    }
}
