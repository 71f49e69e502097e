import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class CharacterByCharacter {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        StringBuilder copy = new StringBuilder();
        for (int i = 0; i < id.length(); i++) copy.append(id.charAt(i));
        id = copy.toString();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        StringBuilder copy = new StringBuilder();
        for (int i = 0; i < id.length(); i++) copy.append(id.charAt(i) == 'a' ? 1 : 0);
        id = copy.toString();
        statement.execute("select " + id);
    }
}
