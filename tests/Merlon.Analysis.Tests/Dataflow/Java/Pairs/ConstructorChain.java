import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ConstructorChain {
    static class Base {
        final String text;
        Base(String text) { this.text = text; }
    }

    static class Derived extends Base {
        Derived(String text) { super(text); }
        Derived(String text, int ignored) { this("safe"); }
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        statement.execute("select " + new Derived(request.getParameter("id")).text); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        statement.execute("select " + new Derived(request.getParameter("id"), 1).text);
    }
}
