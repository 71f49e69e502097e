import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ShortCircuit {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        boolean no = false;
        if (no || 5 == 5) {
            statement.execute("select " + id); // finds sql-injection
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        boolean no = false;
        if (no && 5 == 5) {
            statement.execute("select " + id);
        }
    }
}
