import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SwitchOnCharacter {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id;
        switch ("ABC".charAt(2)) {
            case 'A': id = "safe"; break;
            case 'B': id = "also safe"; break;
            default: id = request.getParameter("id");
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id;
        switch ("ABC".charAt(1)) {
            case 'A': id = "safe"; break;
            case 'B': id = "also safe"; break;
            default: id = request.getParameter("id");
        }
        statement.execute("select " + id);
    }
}
