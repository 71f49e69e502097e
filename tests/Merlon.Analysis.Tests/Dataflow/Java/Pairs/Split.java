import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Split {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id").split(",")[0];
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "a,b".split(",")[0];
        statement.execute("select " + id);
    }
}
