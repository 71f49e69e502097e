import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SessionAttribute {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        request.getSession().setAttribute("a", request.getParameter("id")); // finds trust-boundary
        String id = (String) request.getSession().getAttribute("a");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        HttpSession session = request.getSession();
        session.setAttribute("a", "safe");
        String id = (String) session.getAttribute("a");
        statement.execute("select " + id);
    }
}
