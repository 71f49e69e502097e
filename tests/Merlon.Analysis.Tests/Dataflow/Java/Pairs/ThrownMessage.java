import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ThrownMessage {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        try {
            throw new IllegalStateException(request.getParameter("id"));
        } catch (IllegalStateException e) {
            id = e.getMessage();
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        try {
            throw new IllegalStateException("constant");
        } catch (IllegalStateException e) {
            id = e.getMessage();
        }
        statement.execute("select " + id);
    }
}
