import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class LongChain {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        a(id, statement);
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        a("safe", statement);
    }

    void a(String id, Statement statement) throws Exception { b(id, statement); }

    void b(String id, Statement statement) throws Exception { c(id, statement); }

    void c(String id, Statement statement) throws Exception { d(id, statement); }

    void d(String id, Statement statement) throws Exception {
        statement.execute("select " + id); // finds sql-injection
    }
}
