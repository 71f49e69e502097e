import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Optionals {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = Optional.ofNullable(request.getParameter("id")).orElse("1");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = Optional.ofNullable(request.getParameter("id")).map(i -> "2").orElse("1");
        statement.execute("select " + id);
    }
}
