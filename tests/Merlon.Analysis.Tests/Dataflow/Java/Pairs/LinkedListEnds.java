import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class LinkedListEnds {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        LinkedList<String> list = new LinkedList<>();
        list.addFirst("safe");
        list.addLast(request.getParameter("id"));
        String id = list.getLast();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        LinkedList<String> list = new LinkedList<>();
        list.addFirst("safe");
        list.addLast(request.getParameter("id"));
        String id = list.getFirst();
        statement.execute("select " + id);
    }
}
