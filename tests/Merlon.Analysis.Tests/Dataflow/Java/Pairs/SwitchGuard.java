import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SwitchGuard {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        switch (id) {
            case "a": break;
            default: id = id + "x";
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        switch (id) {
            case "a": id = "b"; break;
            default: return;
        }
        statement.execute("select " + id);
    }
}
