import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class FallThrough {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        switch (1) {
            case 1:
                id = request.getParameter("id");
            case 2:
                id = id + "x";
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = "safe";
        switch (2) {
            case 1:
                id = request.getParameter("id");
            case 2:
                id = id + "x";
        }
        statement.execute("select " + id);
    }
}
