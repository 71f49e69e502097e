import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class DeadBranch {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        int number = 106;
        String id = (7 * 42) - number > 200 ? "safe" : request.getParameter("id");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        int number = 86;
        String id = (7 * 42) - number > 200 ? "safe" : request.getParameter("id");
        statement.execute("select " + id);
    }
}
