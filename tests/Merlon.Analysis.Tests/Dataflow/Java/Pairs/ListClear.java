import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ListClear {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<String> list = new ArrayList<>();
        list.add(request.getParameter("id"));
        String id = String.join(",", list);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<String> list = new ArrayList<>();
        list.add(request.getParameter("id"));
        list.clear();
        list.add("safe");
        String id = list.get(0);
        statement.execute("select " + id);
    }
}
