import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePageEscapedByHand {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.getWriter().println(x.replace("&", "&amp;")); // finds cross-site-scripting
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.getWriter().println(x.replace("<", "&lt;"));
    }
}
