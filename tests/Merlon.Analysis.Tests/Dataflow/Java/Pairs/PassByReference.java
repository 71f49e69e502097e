import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class PassByReference {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Box box = new Box();
        fill(box, request.getParameter("id"));
        String id = box.value;
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Box box = new Box();
        fill(box, "safe");
        String id = box.value;
        statement.execute("select " + id);
    }

    static class Box { String value; }

    void fill(Box box, String value) {
        box.value = value;
    }
}
