import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Iteration {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        List<String> values = new LinkedList<>();
        values.add(request.getParameter("id"));
        for (String value : values) statement.execute("select " + value); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        List<String> values = new LinkedList<>();
        values.add(request.getParameter("id"));
        values.clear();
        for (String value : values) statement.execute("select " + value);
    }
}
