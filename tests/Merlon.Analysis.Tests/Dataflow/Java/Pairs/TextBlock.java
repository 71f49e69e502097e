import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class TextBlock {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = """
            where id = """ + request.getParameter("id");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = """
            where id = """ + 3;
        statement.execute("select " + id);
    }
}
