import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class InstanceInitializer {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Holder holder = new Holder();
        String id = holder.pick(request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Holder holder = new Holder();
        String id = holder.drop(request.getParameter("id"));
        statement.execute("select " + id);
    }

    static class Holder {
        final boolean keep;
        { keep = true; }
        String pick(String id) { return keep ? id : "safe"; }
        String drop(String id) { return keep ? "safe" : id; }
    }
}
