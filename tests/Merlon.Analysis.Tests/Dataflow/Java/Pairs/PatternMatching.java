import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class PatternMatching {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Object any = request.getParameter("id");
        String id = any instanceof String text ? text : "safe";
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Object any = 5;
        String id = any instanceof String text ? text : "safe";
        statement.execute("select " + id);
    }
}
