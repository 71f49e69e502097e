import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MethodReference {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.util.function.Function<String, String> f = MethodReference::same;
        String id = f.apply(request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.util.function.Function<String, String> f = MethodReference::clean;
        String id = f.apply(request.getParameter("id"));
        statement.execute("select " + id);
    }

    static String same(String id) { return id; }

    static String clean(String id) { return "safe"; }
}
