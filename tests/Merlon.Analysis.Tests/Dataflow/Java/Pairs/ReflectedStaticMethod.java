import javax.servlet.http.*;
import java.sql.*;

class ReflectedStaticMethod {
    static String same(String id) { return id; }

    static String clean(String id) { return "safe"; }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Object id = ReflectedStaticMethod.class.getDeclaredMethod("same", String.class).invoke(null, request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Object id = ReflectedStaticMethod.class.getDeclaredMethod("clean", String.class).invoke(null, request.getParameter("id"));
        statement.execute("select " + id);
    }
}
