import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleStackTrace {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        try {
            statement.execute("x");
        } catch (SQLException e) {
            e.printStackTrace(response.getWriter()); // finds sensitive-error-output
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        try {
            statement.execute("x");
        } catch (SQLException e) {
            e.printStackTrace();
        }
    }
}
