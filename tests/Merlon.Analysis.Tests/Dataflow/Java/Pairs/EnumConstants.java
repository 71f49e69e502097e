import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class EnumConstants {
    enum Column { NAME, AGE }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String column = request.getParameter("column");
        statement.execute("select a order by " + column); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Column column = Column.valueOf(request.getParameter("column"));
        statement.execute("select a order by " + column.name());
    }
}
