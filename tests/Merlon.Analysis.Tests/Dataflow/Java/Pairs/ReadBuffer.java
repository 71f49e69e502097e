import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ReadBuffer {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] buffer = new byte[100];
        request.getInputStream().read(buffer);
        String id = new String(buffer);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] buffer = new byte[100];
        int id = request.getInputStream().read(buffer);
        statement.execute("select " + id);
    }
}
