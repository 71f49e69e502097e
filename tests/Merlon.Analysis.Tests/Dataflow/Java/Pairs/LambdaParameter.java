import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class LambdaParameter {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        java.util.function.Function<String, String> function = text -> "select " + text;
        statement.execute(function.apply(request.getParameter("id"))); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        java.util.function.Function<String, String> function = text -> "select 1";
        statement.execute(function.apply(request.getParameter("id")));
    }
}
