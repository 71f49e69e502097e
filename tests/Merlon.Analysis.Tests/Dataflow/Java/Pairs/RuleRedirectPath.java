import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleRedirectPath {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.sendRedirect("//" + x); // finds open-redirect
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.sendRedirect("/page?next=" + x);
    }
}
