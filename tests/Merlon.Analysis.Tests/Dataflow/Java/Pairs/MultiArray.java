import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class MultiArray {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String[][] table = { { "a", "b" }, { "c", request.getParameter("id") } };
        String id = table[1][1];
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String[][] table = { { "a", "b" }, { "c", request.getParameter("id") } };
        String id = table[1][0];
        statement.execute("select " + id);
    }

    void badSizes(HttpServletRequest request, Statement statement) throws Exception {
        String[][] table = new String[2][3];
        table[1][2] = request.getParameter("id");
        statement.execute("select " + table[1][2]); // finds sql-injection
    }

    void goodSizes(HttpServletRequest request, Statement statement) throws Exception {
        String[][] table = new String[2][3];
        table[1][2] = request.getParameter("id");
        statement.execute("select " + table[0][2] + table[1][1]);
    }

    void badManyRows(HttpServletRequest request, Statement statement, int rows) throws Exception {
        String[][] table = new String[rows][2];
        table[rows - 1][1] = request.getParameter("id");
        table[0][1] = "a";
        statement.execute("select " + table[rows - 1][1]); // finds sql-injection
    }

    void goodManyRows(HttpServletRequest request, Statement statement, int rows) throws Exception {
        String[][] table = new String[rows][2];
        table[rows - 1][1] = request.getParameter("id");
        statement.execute("select " + table[rows - 1][0]);
    }
}
