import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ConstructorReference {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.util.function.Function<String, Box> f = Box::new;
        String id = f.apply(request.getParameter("id")).value;
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.util.function.Function<String, Box> f = Box::new;
        String id = f.apply("safe").value;
        statement.execute("select " + id);
    }

    static class Box {
        String value;
        Box(String value) { this.value = value; }
    }
}
