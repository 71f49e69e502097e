import javax.servlet.http.*;
import java.sql.*;

class ReflectedConstructor {
    static class Query {
        final String text;

        public Query() { text = "select 1"; }

        public Query(String id) { text = "select " + id; }
    }

    /** Makes itself by its name, without an end. */
    static class Endless {
        public Endless() throws Exception { Class.forName("ReflectedConstructor$Endless").getConstructor().newInstance(); }
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Query query = (Query) Class.forName("ReflectedConstructor$Query").getConstructor(String.class).newInstance(request.getParameter("id"));
        statement.execute(query.text); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        request.getParameter("id");
        Query query = (Query) Class.forName("ReflectedConstructor$Query").getConstructor().newInstance();
        statement.execute(query.text);
    }

    void endless(HttpServletRequest request, Statement statement) throws Exception {
        new Endless();
        statement.execute("select " + request.getParameter("id")); // finds sql-injection
    }
}
