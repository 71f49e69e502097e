import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleErrorPage {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.sendError(404, "<br>" + x); // finds cross-site-scripting-error-page
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.sendError(404, "not found");
    }
}
