import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ReadCharacters {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.InputStream in = request.getInputStream();
        StringBuilder b = new StringBuilder();
        int c;
        while ((c = in.read()) != -1) b.append((char) c);
        String id = b.toString();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.InputStream in = request.getInputStream();
        int count = 0;
        while (in.read() != -1) count++;
        int id = count;
        statement.execute("select " + id);
    }
}
