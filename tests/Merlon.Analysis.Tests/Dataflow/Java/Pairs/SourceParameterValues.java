import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceParameterValues {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameterValues("id")[0];
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        int id = request.getParameterValues("id").length;
        statement.execute("select " + id);
    }
}
