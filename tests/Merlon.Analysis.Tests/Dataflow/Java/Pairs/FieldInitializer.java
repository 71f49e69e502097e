import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class FieldInitializer {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = new Holder(request.getParameter("id")).id;
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = new Holder(request.getParameter("id")).other;
        statement.execute("select " + id);
    }

    static class Holder {
        String other = "safe";
        String id;
        Holder(String id) { this.id = id; }
    }
}
