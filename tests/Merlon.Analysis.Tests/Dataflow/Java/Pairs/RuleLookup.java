import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleLookup {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        new javax.naming.InitialContext().lookup(x); // finds jndi-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        new javax.naming.InitialContext().lookup("java:comp/env");
    }
}
