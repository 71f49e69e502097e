import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceConsole {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = new Scanner(System.in).nextLine();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        int id = new Scanner(System.in).nextInt();
        statement.execute("select " + id);
    }
}
