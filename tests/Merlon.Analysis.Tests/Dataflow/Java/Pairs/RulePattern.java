import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePattern {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        java.util.regex.Pattern.compile(x); // finds regex-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(x));
    }
}
