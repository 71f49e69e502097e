import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ArrayCopy {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        String[] a = { id };
        String[] b = a.clone();
        id = b[0];
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        String[] a = { "safe" };
        String[] b = a.clone();
        id = b[0];
        statement.execute("select " + id);
    }
}
