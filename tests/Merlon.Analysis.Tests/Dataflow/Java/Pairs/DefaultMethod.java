import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class DefaultMethod {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Source source = new Tainted();
        String id = source.twice(request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Source source = new Clean();
        String id = source.twice(request.getParameter("id"));
        statement.execute("select " + id);
    }

    interface Source {
        String of(String id);
        default String twice(String id) { return of(id) + of(id); }
    }

    static class Tainted implements Source {
        public String of(String id) { return id; }
    }

    static class Clean implements Source {
        public String of(String id) { return "safe"; }
    }
}
