import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Factory {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = make(1).of(request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = make(2).of(request.getParameter("id"));
        statement.execute("select " + id);
    }

    interface Source { String of(String id); }

    static Source make(int kind) {
        if (kind == 1) return id -> id;
        return id -> "safe";
    }
}
