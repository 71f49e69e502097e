import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceHeaders {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getHeader("X-Id");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getMethod();
        statement.execute("select " + id);
    }
}
