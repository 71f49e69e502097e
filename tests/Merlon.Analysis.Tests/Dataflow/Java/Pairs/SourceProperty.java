import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceProperty {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = System.getProperty("user.home");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = System.getProperty("file.separator");
        statement.execute("select " + id);
    }
}
