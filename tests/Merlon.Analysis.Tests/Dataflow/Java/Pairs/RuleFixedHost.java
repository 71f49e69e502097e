import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleFixedHost {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        new java.net.URL("https://" + x + "/a").openStream(); // finds server-side-request-forgery
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        new java.net.URL("https://example.org/" + x).openStream();
    }
}
