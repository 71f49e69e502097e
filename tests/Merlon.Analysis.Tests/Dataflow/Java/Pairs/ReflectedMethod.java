import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ReflectedMethod {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.lang.reflect.Method m = ReflectedMethod.class.getMethod("same", String.class);
        String id = (String) m.invoke(this, request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.lang.reflect.Method m = ReflectedMethod.class.getMethod("clean", String.class);
        String id = (String) m.invoke(this, request.getParameter("id"));
        statement.execute("select " + id);
    }

    public String same(String id) { return id; }

    public String clean(String id) { return "safe"; }
}
