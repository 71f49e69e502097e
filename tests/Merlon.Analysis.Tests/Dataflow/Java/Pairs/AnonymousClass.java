import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class AnonymousClass {
    interface Job { String text(); }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        final String id = request.getParameter("id");
        Job job = new Job() {
            public String text() { return id; }
        };
        statement.execute("select " + job.text()); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        final String id = request.getParameter("id");
        Job job = new Job() {
            public String text() { return "safe"; }
        };
        statement.execute("select " + job.text());
    }
}
