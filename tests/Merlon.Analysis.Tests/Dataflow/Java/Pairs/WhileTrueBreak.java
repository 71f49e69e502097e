import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class WhileTrueBreak {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id;
        while (true) {
            id = request.getParameter("id");
            break;
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        while (true) {
            id = "safe";
            break;
        }
        statement.execute("select " + id);
    }
}
