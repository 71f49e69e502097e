import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class NestedFields {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Outer outer = new Outer();
        outer.inner = new Inner();
        outer.inner.a = request.getParameter("id");
        String id = outer.inner.a;
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Outer outer = new Outer();
        outer.inner = new Inner();
        outer.inner.a = request.getParameter("id");
        String id = outer.inner.b;
        statement.execute("select " + id);
    }

    static class Inner { String a = "a", b = "b"; }

    static class Outer { Inner inner; }
}
