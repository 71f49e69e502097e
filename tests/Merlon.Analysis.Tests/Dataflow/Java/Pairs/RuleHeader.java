import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleHeader {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.addHeader("X-Name", x); // finds header-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.addHeader("X-Name", java.net.URLEncoder.encode(x, "UTF-8"));
    }
}
