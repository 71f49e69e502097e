import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ListOfLists {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<List<String>> all = new ArrayList<>();
        all.add(new ArrayList<>());
        all.get(0).add(request.getParameter("id"));
        String id = all.get(0).get(0);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        List<List<String>> all = new ArrayList<>();
        all.add(new ArrayList<>());
        all.add(new ArrayList<>());
        all.get(0).add(request.getParameter("id"));
        all.get(1).add("safe");
        String id = all.get(1).get(0);
        statement.execute("select " + id);
    }
}
