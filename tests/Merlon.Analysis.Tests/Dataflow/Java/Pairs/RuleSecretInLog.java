import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleSecretInLog {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String p = request.getParameter("password");
        System.out.println("got " + p); // finds sensitive-data-in-log
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String p = request.getParameter("name");
        System.out.println("got " + p);
    }
}
