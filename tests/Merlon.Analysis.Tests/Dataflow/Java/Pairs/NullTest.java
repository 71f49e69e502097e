import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class NullTest {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        String other = null;
        if (other == null) {
            statement.execute("select " + id); // finds sql-injection
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        String other = null;
        if (other != null) {
            statement.execute("select " + id);
        }
    }
}
