import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class UnmodifiableList {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<String> list = Collections.unmodifiableList(Arrays.asList("a", request.getParameter("id")));
        String id = list.get(1);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<String> list = Collections.unmodifiableList(Arrays.asList("a", request.getParameter("id")));
        String id = list.get(0);
        statement.execute("select " + id);
    }
}
