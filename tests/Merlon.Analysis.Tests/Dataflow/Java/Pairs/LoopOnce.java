import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class LoopOnce {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        for (int i = 0; i < 1; i++) id = request.getParameter("id");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        for (int i = 0; i < 1; i++) id = "safe";
        statement.execute("select " + id);
    }
}
