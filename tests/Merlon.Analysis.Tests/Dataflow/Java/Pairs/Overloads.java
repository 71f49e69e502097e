import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Overloads {
    String make(int number) { return "safe"; }

    String make(String text) { return text; }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        statement.execute("select " + make(request.getParameter("id"))); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        statement.execute("select " + make(request.getParameter("id").length()));
    }
}
