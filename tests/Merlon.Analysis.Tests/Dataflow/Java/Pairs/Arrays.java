import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Arrays {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String[] values = new String[2];
        values[0] = "safe";
        values[1] = request.getParameter("id");
        statement.execute("select " + values[1]); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String[] values = new String[2];
        values[0] = "safe";
        values[1] = request.getParameter("id");
        statement.execute("select " + values[0]);
    }
}
