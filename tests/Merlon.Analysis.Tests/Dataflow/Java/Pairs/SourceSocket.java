import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceSocket {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.net.Socket socket = new java.net.Socket("host", 39544);
        String id = new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream(), "UTF-8")).readLine();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.net.Socket socket = new java.net.Socket("host", 39544);
        int id = socket.getPort();
        statement.execute("select " + id);
    }
}
