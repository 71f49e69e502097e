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

    void badObject(HttpServletRequest request, Statement statement) throws Exception {
        Object id = request.getParameter("id");
        if (id instanceof CharSequence) statement.execute("select " + id); // finds sql-injection
    }

    void goodObject(HttpServletRequest request, Statement statement) throws Exception {
        Object id = request.getParameter("id");
        if (id instanceof Integer) statement.execute("select " + id);
    }
}
