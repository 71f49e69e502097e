import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ListPosition {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        List<String> values = new ArrayList<>();
        values.add("safe");
        values.add(request.getParameter("id"));
        values.remove(0);
        statement.execute("select " + values.get(0)); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        List<String> values = new ArrayList<>();
        values.add("safe");
        values.add(request.getParameter("id"));
        values.remove(1);
        statement.execute("select " + values.get(0));
    }
}
