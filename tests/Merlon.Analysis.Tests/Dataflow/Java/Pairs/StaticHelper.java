import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StaticHelper {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = Tools.join(request.getParameter("id"), "x");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = Tools.first("x", request.getParameter("id"));
        statement.execute("select " + id);
    }

    static class Tools {
        static String join(String a, String b) { return a + b; }
        static String first(String a, String b) { return a; }
    }
}
