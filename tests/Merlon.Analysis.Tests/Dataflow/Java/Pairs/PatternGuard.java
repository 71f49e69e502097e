import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class PatternGuard {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!id.matches(".*")) return;
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!id.matches("[a-z0-9]+")) return;
        statement.execute("select " + id);
    }
}
