import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Exceptions {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        try {
            throw new IllegalStateException(request.getParameter("id"));
        } catch (IllegalStateException e) {
            id = e.getMessage();
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        try {
            throw new IllegalStateException(request.getParameter("id"));
        } catch (IllegalArgumentException e) {
            id = e.getMessage();
        } catch (IllegalStateException e) {
            id = "failed";
        }
        statement.execute("select " + id);
    }
}
