import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleTemplate {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        new freemarker.template.Template("n", new java.io.StringReader(x), null); // finds template-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        new freemarker.template.Template("n", new java.io.StringReader("hello"), null);
    }
}
