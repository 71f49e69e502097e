import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleLog {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("a");
        log.info("got " + x); // finds log-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("a");
        log.info("got " + x.replace("\n", "_"));
    }
}
