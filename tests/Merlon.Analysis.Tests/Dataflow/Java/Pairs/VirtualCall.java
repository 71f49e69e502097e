import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class VirtualCall {
    interface Maker { String make(String text); }

    static class Keeps implements Maker {
        public String make(String text) { return text; }
    }

    static class Drops implements Maker {
        public String make(String text) { return "safe"; }
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Maker maker = new Keeps();
        statement.execute("select " + maker.make(request.getParameter("id"))); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Maker maker = new Drops();
        statement.execute("select " + maker.make(request.getParameter("id")));
    }
}
