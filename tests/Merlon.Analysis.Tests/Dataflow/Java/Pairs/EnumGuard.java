import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class EnumGuard {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        Color color = Color.RED;
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        Color color = Color.valueOf(id);
        id = color.name();
        statement.execute("select " + id);
    }

    enum Color { RED, GREEN }
}
