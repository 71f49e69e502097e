import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StrongUpdate {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        id = request.getParameter("id");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        id = "safe";
        statement.execute("select " + id);
    }
}
