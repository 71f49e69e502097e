import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceParameterNames {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Enumeration<String> names = request.getParameterNames();
        String id = names.nextElement();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Enumeration<String> names = Collections.enumeration(Arrays.asList("a"));
        String id = names.nextElement();
        statement.execute("select " + id);
    }
}
