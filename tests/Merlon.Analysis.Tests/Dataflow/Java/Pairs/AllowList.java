import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class AllowList {
    private static final Set<String> COLUMNS = Set.of("name", "age");

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String column = request.getParameter("column");
        if (COLUMNS.contains(column)) System.out.println("known");
        statement.execute("select a order by " + column); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String column = request.getParameter("column");
        if (!COLUMNS.contains(column)) return;
        statement.execute("select a order by " + column);
    }
}
