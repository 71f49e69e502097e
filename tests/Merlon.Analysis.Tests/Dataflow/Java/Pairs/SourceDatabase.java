import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceDatabase {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        ResultSet rows = statement.executeQuery("select name from t");
        String id = rows.getString(1);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        ResultSet rows = statement.executeQuery("select name from t");
        int id = rows.getInt(1);
        statement.execute("select " + id);
    }
}
