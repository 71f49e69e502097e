import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ReplacePattern {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        id = id.replaceAll("[a-z]", "");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        id = id.replaceAll("[^a-z0-9]", "");
        statement.execute("select " + id);
    }
}
