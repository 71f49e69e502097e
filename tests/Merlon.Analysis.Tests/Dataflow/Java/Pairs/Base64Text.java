import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Base64Text {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = new String(Base64.getDecoder().decode(Base64.getEncoder().encodeToString(request.getParameter("id").getBytes())));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = new String(Base64.getDecoder().decode(Base64.getEncoder().encodeToString("safe".getBytes())));
        statement.execute("select " + id);
    }
}
