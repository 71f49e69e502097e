import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class EqualsGuard {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (id.equals("7")) id = "8";
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!id.equals("7")) return;
        statement.execute("select " + id);
    }
}
