import javax.servlet.http.*;
import java.sql.*;

class Countdown {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        run(statement, request.getParameter("id"), 7);
    }

    void run(Statement statement, String id, int left) throws Exception {
        if (left > 0) run(statement, id + left, left - 1);
        else statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        runSafely(statement, request.getParameter("id"), 7);
    }

    void runSafely(Statement statement, String id, int left) throws Exception {
        if (left > 0) runSafely(statement, "a" + left, left - 1);
        else statement.execute("select " + id);
    }
}
