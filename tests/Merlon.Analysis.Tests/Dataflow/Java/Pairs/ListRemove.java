import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ListRemove {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<String> list = new ArrayList<>();
        list.add("safe");
        list.add(request.getParameter("id"));
        list.remove(0);
        String id = list.get(0);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<String> list = new ArrayList<>();
        list.add(request.getParameter("id"));
        list.add("safe");
        list.remove(0);
        String id = list.get(0);
        statement.execute("select " + id);
    }
}
