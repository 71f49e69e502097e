import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MutualRecursion {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = even(request.getParameter("id"), 4);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = even("safe", 4);
        statement.execute("select " + id);
    }

    String even(String id, int n) { return n == 0 ? id : odd(id, n - 1); }

    String odd(String id, int n) { return n == 0 ? id : even(id, n - 1); }
}
