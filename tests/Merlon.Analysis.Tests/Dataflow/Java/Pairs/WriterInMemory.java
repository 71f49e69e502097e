import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class WriterInMemory {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.StringWriter w = new java.io.StringWriter();
        w.write(request.getParameter("id"));
        String id = w.toString();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.StringWriter w = new java.io.StringWriter();
        w.write("safe");
        String id = w.toString();
        statement.execute("select " + id);
    }
}
