import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Shadowing {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        Runnable r = () -> { String name = "safe"; };
        r.run();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String name = request.getParameter("id");
        String id = "safe";
        Runnable r = () -> { String other = name; };
        r.run();
        statement.execute("select " + id);
    }
}
