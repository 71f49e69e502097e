import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Threads {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        new Thread(() -> {
            try {
                statement.execute("select " + id); // finds sql-injection
            } catch (SQLException e) {
                return;
            }
        }).start();
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        new Thread(() -> {
            try {
                statement.execute("select " + id);
            } catch (SQLException e) {
                return;
            }
        }).start();
    }
}
