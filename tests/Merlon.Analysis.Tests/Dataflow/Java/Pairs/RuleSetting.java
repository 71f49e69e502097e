import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleSetting {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        Connection c = DriverManager.getConnection("jdbc:a");
        c.setCatalog(x); // finds external-control-of-setting
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        Connection c = DriverManager.getConnection("jdbc:a");
        c.setCatalog("main");
    }
}
