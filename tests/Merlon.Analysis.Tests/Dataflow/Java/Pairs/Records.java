import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Records {
    record Pair(String first, String second) {}

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Pair pair = new Pair(request.getParameter("id"), "safe");
        statement.execute("select " + pair.first()); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Pair pair = new Pair(request.getParameter("id"), "safe");
        statement.execute("select " + pair.second());
    }
}
