import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleLibrary {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        System.loadLibrary(x); // finds library-load
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        System.loadLibrary("crypt");
    }
}
