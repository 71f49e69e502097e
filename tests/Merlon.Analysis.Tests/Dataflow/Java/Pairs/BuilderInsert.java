import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class BuilderInsert {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        StringBuilder b = new StringBuilder("x");
        b.insert(0, request.getParameter("id"));
        String id = b.toString();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        StringBuilder b = new StringBuilder("x");
        b.insert(0, request.getParameter("id").length());
        String id = b.toString();
        statement.execute("select " + id);
    }
}
