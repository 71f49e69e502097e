import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class InnerClass {
    private String bad;
    private String good = "safe";

    class Inner {
        String bad() { return bad; }
        String good() { return good; }
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        bad = request.getParameter("id");
        statement.execute("select " + new Inner().bad()); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        bad = request.getParameter("id");
        statement.execute("select " + new Inner().good());
    }
}
