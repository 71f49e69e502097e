import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ListOfObjects {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<Box> all = new ArrayList<>();
        Box box = new Box();
        all.add(box);
        box.value = request.getParameter("id");
        String id = all.get(0).value;
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<Box> all = new ArrayList<>();
        Box box = new Box();
        all.add(new Box());
        box.value = request.getParameter("id");
        String id = all.get(0).value;
        statement.execute("select " + id);
    }

    static class Box { String value = "safe"; }
}
