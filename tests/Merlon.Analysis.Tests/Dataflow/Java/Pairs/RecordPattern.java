import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RecordPattern {
    record Pair(String first, String second) {}

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Object pair = new Pair(request.getParameter("id"), "safe");
        if (pair instanceof Pair(String first, String second)) statement.execute("select " + first); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Object pair = new Pair(request.getParameter("id"), "safe");
        if (pair instanceof Pair(String first, String second)) statement.execute("select " + second);
    }
}
