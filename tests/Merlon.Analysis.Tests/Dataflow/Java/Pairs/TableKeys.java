import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class TableKeys {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Hashtable<String, String> table = new Hashtable<>();
        table.put(request.getParameter("id"), "safe");
        String id = table.keys().nextElement();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Hashtable<String, String> table = new Hashtable<>();
        table.put("safe", request.getParameter("id"));
        String id = table.keys().nextElement();
        statement.execute("select " + id);
    }
}
