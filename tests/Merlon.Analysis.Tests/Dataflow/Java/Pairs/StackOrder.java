import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StackOrder {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Deque<String> stack = new ArrayDeque<>();
        stack.push("safe");
        stack.push(request.getParameter("id"));
        String id = stack.pop();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Deque<String> stack = new ArrayDeque<>();
        stack.push(request.getParameter("id"));
        stack.push("safe");
        String id = stack.pop();
        statement.execute("select " + id);
    }
}
