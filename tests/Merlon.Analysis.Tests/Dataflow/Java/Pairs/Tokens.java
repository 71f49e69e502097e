import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Tokens {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        StringTokenizer tokens = new StringTokenizer(request.getParameter("id"), ",");
        String id = tokens.nextToken();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        StringTokenizer tokens = new StringTokenizer("a,b", ",");
        String id = tokens.nextToken();
        statement.execute("select " + id);
    }
}
