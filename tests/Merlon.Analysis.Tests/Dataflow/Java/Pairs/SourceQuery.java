import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceQuery {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getQueryString().substring(3);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        int id = request.getQueryString().indexOf("id=");
        statement.execute("select " + id);
    }
}
