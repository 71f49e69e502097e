import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ArrayAlias {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        String[] a = { "safe" };
        String[] b = a;
        b[0] = id;
        id = a[0];
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        String[] a = { "safe" };
        String[] b = { "safe" };
        b[0] = id;
        id = a[0];
        statement.execute("select " + id);
    }
}
