import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class AbstractBase {
    static abstract class Base {
        abstract void run(String text, Statement statement) throws Exception;
    }

    static class Bad extends Base {
        void run(String text, Statement statement) throws Exception {
            statement.execute("select " + text); // finds sql-injection
        }
    }

    static class Good extends Base {
        void run(String text, Statement statement) throws Exception {
            statement.execute("select " + text);
        }
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Base base = new Bad();
        base.run(request.getParameter("id"), statement);
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Base base = new Good();
        base.run("safe", statement);
    }
}
