import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ThreadLocalValue {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        ThreadLocal<String> local = new ThreadLocal<>();
        local.set(request.getParameter("id"));
        String id = local.get();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        ThreadLocal<String> local = new ThreadLocal<>();
        local.set("safe");
        String id = local.get();
        statement.execute("select " + id);
    }
}
