import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class UndecidedFlag {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (Math.abs(id.hashCode()) > 3) {
            statement.execute("select " + id); // finds sql-injection
        } else {
            id = "safe";
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (Math.abs(id.hashCode()) > 3) {
            id = "safe";
        } else {
            id = "also safe";
        }
        statement.execute("select " + id);
    }
}
