import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class PrivateConstant {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (FIVE == 5) {
            statement.execute("select " + id); // finds sql-injection
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (FIVE != 5) {
            statement.execute("select " + id);
        }
    }

    private static final int FIVE = 5;
}
