import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceHeaderNames {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Enumeration<String> names = request.getHeaders("X-Id");
        String id = names.nextElement();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Enumeration<Locale> names = request.getLocales();
        int id = request.getServerPort();
        statement.execute("select " + id);
    }
}
