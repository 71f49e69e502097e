import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceBody {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getReader().readLine();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        int id = request.getContentLength();
        statement.execute("select " + id);
    }
}
