import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Format {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = String.format("%s", request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = String.format("%s", "safe");
        statement.execute("select " + id);
    }
}
