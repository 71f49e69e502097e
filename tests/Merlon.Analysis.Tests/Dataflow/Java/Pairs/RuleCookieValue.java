import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleCookieValue {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        Cookie c = new Cookie("lang", x);
        c.setSecure(true);
        c.setHttpOnly(true);
        response.addCookie(c); // finds header-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        Cookie c = new Cookie("lang", "en");
        c.setSecure(true);
        c.setHttpOnly(true);
        response.addCookie(c);
    }
}
