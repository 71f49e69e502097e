import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StringSwitch {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id;
        switch ("b") {
            case "a": id = "safe"; break;
            case "b": id = request.getParameter("id"); break;
            default: id = "also safe";
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id;
        switch ("a") {
            case "a": id = "safe"; break;
            case "b": id = request.getParameter("id"); break;
            default: id = "also safe";
        }
        statement.execute("select " + id);
    }
}
