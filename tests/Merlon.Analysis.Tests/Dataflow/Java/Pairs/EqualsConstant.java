import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class EqualsConstant {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String order = request.getParameter("order");
        if (!"asc".equals(order)) statement.execute("select a order by b " + order); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String order = request.getParameter("order");
        if ("asc".equals(order)) statement.execute("select a order by b " + order);
    }
}
