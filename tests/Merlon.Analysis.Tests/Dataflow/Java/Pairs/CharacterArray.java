import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class CharacterArray {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        char[] all = id.toCharArray();
        id = new String(all);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        char[] all = "safe".toCharArray();
        id = new String(all);
        statement.execute("select " + id);
    }
}
