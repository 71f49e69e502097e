import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleFormat {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        System.out.format(x + "%n"); // finds format-string
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        System.out.format("%s%n", x);
    }
}
