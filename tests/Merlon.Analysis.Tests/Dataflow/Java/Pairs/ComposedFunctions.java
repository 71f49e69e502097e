import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ComposedFunctions {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.util.function.Function<String, String> f = s -> s + "x";
        String id = f.apply(f.apply(request.getParameter("id")));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.util.function.Function<String, String> f = s -> "x";
        String id = f.apply(f.apply(request.getParameter("id")));
        statement.execute("select " + id);
    }
}
