import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Validator {
    private boolean isName(String text) {
        return text != null && text.matches("[a-z]+");
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!isName(id)) System.out.println("odd name");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!isName(id)) throw new IllegalArgumentException();
        statement.execute("select " + id);
    }
}
