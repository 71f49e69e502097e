import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ReplaceQuotes {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        id = id.replace("a", "b");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        id = id.replace("'", "''");
        statement.execute("select " + id);
    }
}
