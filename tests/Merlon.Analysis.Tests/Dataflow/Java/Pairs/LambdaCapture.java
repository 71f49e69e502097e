import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class LambdaCapture {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        java.util.function.Supplier<String> supplier = () -> "select " + id;
        statement.execute(supplier.get()); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        String other = "safe";
        java.util.function.Supplier<String> supplier = () -> "select " + other;
        statement.execute(supplier.get());
    }
}
