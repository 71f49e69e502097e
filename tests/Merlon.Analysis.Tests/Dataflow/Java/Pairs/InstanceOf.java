import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class InstanceOf {
    String text(Object value) {
        if (value instanceof String) return (String) value;
        return "safe";
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        statement.execute("select " + text(request.getParameter("id"))); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        statement.execute("select " + text(new Integer(request.getParameter("id"))));
    }
}
