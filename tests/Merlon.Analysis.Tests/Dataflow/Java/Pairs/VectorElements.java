import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class VectorElements {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Vector<String> vector = new Vector<>();
        vector.addElement(request.getParameter("id"));
        String id = vector.elementAt(0);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Vector<String> vector = new Vector<>();
        vector.addElement("safe");
        vector.addElement(request.getParameter("id"));
        String id = vector.elementAt(0);
        statement.execute("select " + id);
    }
}
