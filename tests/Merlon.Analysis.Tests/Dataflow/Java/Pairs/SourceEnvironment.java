import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceEnvironment {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = System.getenv("ADD");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = System.lineSeparator();
        statement.execute("select " + id);
    }
}
