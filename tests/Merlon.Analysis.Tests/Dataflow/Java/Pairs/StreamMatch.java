import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StreamMatch {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = Arrays.asList(request.getParameter("id")).stream().filter(s -> s.length() < 9).findFirst().orElse("safe");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = Arrays.asList(request.getParameter("id")).stream().filter(s -> s.matches("[a-z]+")).findFirst().orElse("safe");
        statement.execute("select " + id);
    }
}
