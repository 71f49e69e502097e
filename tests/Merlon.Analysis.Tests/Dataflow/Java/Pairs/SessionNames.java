import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SessionNames {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        HttpSession session = request.getSession();
        session.setAttribute(request.getParameter("id"), "v"); // finds trust-boundary
        String id = session.getAttributeNames().nextElement();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        HttpSession session = request.getSession();
        session.setAttribute("safe", "v");
        String id = String.valueOf(session.getMaxInactiveInterval());
        statement.execute("select " + id);
    }
}
