import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleClass {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        Class.forName(x); // finds unsafe-reflection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        Class.forName("a.B");
    }
}
