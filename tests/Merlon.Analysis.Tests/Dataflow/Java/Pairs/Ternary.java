import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Ternary {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        id = 3 > 2 ? id : "safe";
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        id = 3 < 2 ? id : "safe";
        statement.execute("select " + id);
    }
}
