import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Varargs {
    String join(String first, String... others) {
        return first + others[0];
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        statement.execute(join("select ", request.getParameter("id"), "safe")); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        statement.execute(join("select ", "safe", request.getParameter("id")));
    }
}
