import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleMongo {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        org.bson.Document.parse("{a:" + x + "}"); // finds nosql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        new org.bson.Document("a", x);
    }
}
