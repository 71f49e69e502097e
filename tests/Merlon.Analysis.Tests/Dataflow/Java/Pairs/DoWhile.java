import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class DoWhile {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        int i = 0;
        do {
            id = request.getParameter("id");
            i++;
        } while (i < 0);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        int i = 0;
        while (i < 0) {
            id = request.getParameter("id");
            i++;
        }
        statement.execute("select " + id);
    }
}
