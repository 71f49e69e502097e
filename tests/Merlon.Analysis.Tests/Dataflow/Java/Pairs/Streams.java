import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Streams {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        List<String> ids = List.of("1", request.getParameter("id"));
        String joined = ids.stream().map(i -> "'" + i + "'").collect(java.util.stream.Collectors.joining(","));
        statement.execute("select " + joined); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        List<String> ids = List.of("1", request.getParameter("id"));
        String joined = ids.stream().map(i -> "?").collect(java.util.stream.Collectors.joining(","));
        statement.execute("select " + joined);
    }
}
