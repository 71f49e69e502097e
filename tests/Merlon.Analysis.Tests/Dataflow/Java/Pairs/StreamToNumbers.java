import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StreamToNumbers {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        for (String id : request.getParameterValues("id")) {
            statement.execute("select " + id); // finds sql-injection
        }
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        for (String id : request.getParameterValues("id")) {
            statement.execute("select " + Integer.parseInt(id));
        }
    }
}
