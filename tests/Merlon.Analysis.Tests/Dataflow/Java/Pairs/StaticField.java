import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class StaticField {
    static String badText;
    static String goodText;

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        badText = request.getParameter("id");
        badSink(statement);
    }

    private void badSink(Statement statement) throws Exception {
        statement.execute("select " + badText); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        goodText = request.getParameter("id");
        goodText = "safe";
        goodSink(statement);
    }

    private void goodSink(Statement statement) throws Exception {
        statement.execute("select " + goodText);
    }
}
