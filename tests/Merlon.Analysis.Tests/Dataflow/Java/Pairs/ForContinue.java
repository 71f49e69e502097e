import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ForContinue {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        for (int i = 0; i < 3; i++) {
            if (i != 1) continue;
            id = request.getParameter("id");
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        for (int i = 0; i < 3; i++) {
            if (i != 7) continue;
            id = request.getParameter("id");
        }
        statement.execute("select " + id);
    }
}
