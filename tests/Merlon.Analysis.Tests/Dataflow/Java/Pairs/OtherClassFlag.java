import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class OtherClassFlag {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (Flags.on) {
            statement.execute("select " + id); // finds sql-injection
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (Flags.off) {
            statement.execute("select " + id);
        }
    }

    static class Flags {
        static boolean on = true;
        static boolean off = false;
    }
}
