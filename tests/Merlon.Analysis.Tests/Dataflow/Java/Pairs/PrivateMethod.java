import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class PrivateMethod {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (yes()) {
            statement.execute("select " + id); // finds sql-injection
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!yes()) {
            statement.execute("select " + id);
        }
    }

    private boolean yes() { return true; }
}
