import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SetElements {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Set<String> set = new HashSet<>();
        set.add(request.getParameter("id"));
        String id = set.iterator().next();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Set<String> set = new HashSet<>();
        set.add("safe");
        String id = set.iterator().next();
        statement.execute("select " + id);
    }
}
