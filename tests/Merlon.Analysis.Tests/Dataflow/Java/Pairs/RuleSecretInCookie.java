import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleSecretInCookie {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Cookie c = new Cookie("p", java.net.URLEncoder.encode(request.getParameter("password"), "UTF-8"));
        c.setSecure(true);
        c.setHttpOnly(true);
        response.addCookie(c); // finds sensitive-data-in-storage
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Cookie c = new Cookie("p", java.net.URLEncoder.encode(request.getParameter("name"), "UTF-8"));
        c.setSecure(true);
        c.setHttpOnly(true);
        response.addCookie(c);
    }
}
