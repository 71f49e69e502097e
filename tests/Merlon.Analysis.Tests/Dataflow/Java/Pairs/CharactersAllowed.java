import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class CharactersAllowed {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        StringBuilder copy = new StringBuilder();
        for (char c : id.toCharArray()) {
            if (!Character.isWhitespace(c)) copy.append(c);
        }
        id = copy.toString();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        StringBuilder copy = new StringBuilder();
        for (char c : id.toCharArray()) {
            if (Character.isLetterOrDigit(c)) copy.append(c);
        }
        id = copy.toString();
        statement.execute("select " + id);
    }
}
