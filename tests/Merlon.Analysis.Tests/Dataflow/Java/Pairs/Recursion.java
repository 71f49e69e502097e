import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Recursion {
    String repeat(String text, int times) {
        return times <= 0 ? text : repeat(text + ".", times - 1);
    }

    void bad(HttpServletRequest request, Statement statement, int times) throws Exception {
        statement.execute("select " + repeat(request.getParameter("id"), times)); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement, int times) throws Exception {
        statement.execute("select " + repeat("safe", times));
    }
}
