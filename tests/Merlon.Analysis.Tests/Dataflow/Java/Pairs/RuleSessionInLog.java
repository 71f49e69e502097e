import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleSessionInLog {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        System.out.println("session " + request.getSession().getId()); // finds sensitive-data-in-log
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        System.out.println("session of " + request.getContextPath());
    }
}
