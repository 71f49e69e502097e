import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SuperCall {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = new Child().of(request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = new Child().other(request.getParameter("id"));
        statement.execute("select " + id);
    }

    static class Base {
        String of(String id) { return id; }
        String other(String id) { return "safe"; }
    }

    static class Child extends Base {
        String of(String id) { return super.of(id); }
        String other(String id) { return super.other(id); }
    }
}
