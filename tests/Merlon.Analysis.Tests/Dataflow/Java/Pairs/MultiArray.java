import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MultiArray {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String[][] table = { { "a", "b" }, { "c", request.getParameter("id") } };
        String id = table[1][1];
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String[][] table = { { "a", "b" }, { "c", request.getParameter("id") } };
        String id = table[1][0];
        statement.execute("select " + id);
    }
}
