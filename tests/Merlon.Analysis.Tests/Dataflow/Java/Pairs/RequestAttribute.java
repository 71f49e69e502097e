import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RequestAttribute {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        request.setAttribute("a", request.getParameter("id"));
        String id = (String) request.getAttribute("a");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        request.setAttribute("a", request.getParameter("id"));
        request.setAttribute("b", "safe");
        String id = (String) request.getAttribute("b");
        statement.execute("select " + id);
    }
}
