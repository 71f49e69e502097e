import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Finally {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        try {
            id = "first";
        } finally {
            id = request.getParameter("id");
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        try {
            id = request.getParameter("id");
        } finally {
            id = "last";
        }
        statement.execute("select " + id);
    }
}
