import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class CompoundAssignment {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "x";
        id += request.getParameter("id");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        int id = 1;
        id += Integer.parseInt(request.getParameter("id")) % 100;
        statement.execute("select " + id);
    }
}
