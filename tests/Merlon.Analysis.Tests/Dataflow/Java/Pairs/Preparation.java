import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Preparation {
    void bad(HttpServletRequest request, Connection connection) throws Exception {
        PreparedStatement statement = connection.prepareStatement("select a where b = '" + request.getParameter("id") + "'"); // finds sql-injection
        statement.executeQuery();
    }

    void good(HttpServletRequest request, Connection connection) throws Exception {
        PreparedStatement statement = connection.prepareStatement("select a where b = ?");
        statement.setString(1, request.getParameter("id"));
        statement.executeQuery();
    }
}
