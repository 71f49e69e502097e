import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleHeaderLines {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.setHeader("X-Name", x.trim()); // finds header-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.setHeader("X-Name", x.replaceAll("[\r\n]", ""));
    }
}
