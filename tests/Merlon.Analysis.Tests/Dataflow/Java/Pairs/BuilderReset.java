import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class BuilderReset {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        StringBuilder b = new StringBuilder(request.getParameter("id"));
        b.append("x");
        String id = b.toString();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        StringBuilder b = new StringBuilder(request.getParameter("id"));
        b.setLength(0);
        String id = b.append("x").toString();
        statement.execute("select " + id);
    }
}
