import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ToString {
    static class Keeps {
        String text;
        @Override public String toString() { return text; }
    }

    static class Drops {
        String text;
        @Override public String toString() { return "safe"; }
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Keeps keeps = new Keeps();
        keeps.text = request.getParameter("id");
        statement.execute("select " + keeps); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Drops drops = new Drops();
        drops.text = request.getParameter("id");
        statement.execute("select " + drops);
    }
}
