import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StreamCollect {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = Arrays.asList(request.getParameter("id")).stream().map(s -> s + "x").collect(java.util.stream.Collectors.joining(","));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = Arrays.asList(request.getParameter("id")).stream().map(s -> "x").collect(java.util.stream.Collectors.joining(","));
        statement.execute("select " + id);
    }
}
