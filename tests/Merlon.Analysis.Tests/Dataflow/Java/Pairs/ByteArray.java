import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ByteArray {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        byte[] all = id.getBytes("UTF-8");
        id = new String(all, "UTF-8");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = request.getParameter("id");
        byte[] all = "safe".getBytes("UTF-8");
        id = new String(all, "UTF-8");
        statement.execute("select " + id);
    }
}
