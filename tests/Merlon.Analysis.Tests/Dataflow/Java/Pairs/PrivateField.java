import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class PrivateField {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (five == 5) {
            statement.execute("select " + id); // finds sql-injection
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (five != 5) {
            statement.execute("select " + id);
        }
    }

    private int five = 5;
}
