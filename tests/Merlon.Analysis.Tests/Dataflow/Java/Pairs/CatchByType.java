import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class CatchByType {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        try {
            if (statement != null) throw new IllegalStateException();
        } catch (IllegalStateException e) {
            id = request.getParameter("id");
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        try {
            id.trim();
        } catch (IllegalStateException e) {
            id = "also safe";
        }
        statement.execute("select " + id);
    }
}
