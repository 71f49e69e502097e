import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Builder {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        StringBuilder text = new StringBuilder("select ");
        text.append(request.getParameter("id"));
        statement.execute(text.toString()); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        StringBuilder text = new StringBuilder("select ");
        text.append(request.getParameter("id"));
        text.setLength(0);
        statement.execute(text.toString());
    }
}
