import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ParseGuard {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        Integer.parseInt("3");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        id = Integer.toString(Integer.parseInt(id));
        statement.execute("select " + id);
    }
}
