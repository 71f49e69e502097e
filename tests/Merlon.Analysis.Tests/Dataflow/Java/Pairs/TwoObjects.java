import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class TwoObjects {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Box one = new Box(request.getParameter("id"));
        Box two = new Box("safe");
        String id = one.get();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Box one = new Box(request.getParameter("id"));
        Box two = new Box("safe");
        String id = two.get();
        statement.execute("select " + id);
    }

    static class Box {
        private final String value;
        Box(String value) { this.value = value; }
        String get() { return value; }
    }
}
