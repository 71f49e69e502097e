import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SwitchExpression {
    void bad(HttpServletRequest request, Statement statement, int kind) throws Exception {
        String id = switch (kind) {
            case 1 -> "safe";
            case 2 -> { yield request.getParameter("id"); }
            default -> "none";
        };
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement, int kind) throws Exception {
        String id = switch (kind) {
            case 1 -> "safe";
            case 2 -> { request.getParameter("id"); yield "two"; }
            default -> "none";
        };
        statement.execute("select " + id);
    }
}
