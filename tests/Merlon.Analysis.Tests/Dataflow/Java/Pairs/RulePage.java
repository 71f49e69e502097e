import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePage {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.getWriter().println("<b>" + x); // finds cross-site-scripting
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.getWriter().println("<b>" + org.owasp.encoder.Encode.forHtml(x));
    }
}
