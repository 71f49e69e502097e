import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceUrl {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.net.URLConnection c = new java.net.URL("http://example.org/").openConnection();
        String id = new java.io.BufferedReader(new java.io.InputStreamReader(c.getInputStream())).readLine();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.net.URLConnection c = new java.net.URL("http://example.org/").openConnection();
        int id = c.getContentLength();
        statement.execute("select " + id);
    }
}
