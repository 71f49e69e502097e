import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class LocalClass {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        class Local {
            String of() { return request.getParameter("id"); }
        }
        String id = new Local().of();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        class Local {
            String of() { return "safe"; }
        }
        String id = new Local().of();
        statement.execute("select " + id);
    }
}
