import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceParameterMap {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String[] values = (String[]) request.getParameterMap().get("id");
        String id = values[0];
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        int id = request.getParameterMap().size();
        statement.execute("select " + id);
    }
}
