import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StaticFlag {
    private static final boolean YES = true;
    private static int five = 5;

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        if (YES && five == 5) id = request.getParameter("id");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        if (!YES || five != 5) id = request.getParameter("id");
        statement.execute("select " + id);
    }
}
