import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MatcherGuard {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!java.util.regex.Pattern.matches("(?s).*", id)) return;
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!java.util.regex.Pattern.matches("\\w+", id)) return;
        statement.execute("select " + id);
    }
}
