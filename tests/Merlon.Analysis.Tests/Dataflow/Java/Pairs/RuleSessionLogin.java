import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleSessionLogin {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        request.getSession().putValue("user", x); // finds trust-boundary
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        request.getSession().putValue("user", "guest");
    }
}
