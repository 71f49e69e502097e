import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ReflectionByName {
    public static class Keeps {
        public String make(String text) { return text; }
    }

    public static class Drops {
        public String make(String text) { return "safe"; }
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Object maker = Class.forName("ReflectionByName$Keeps").getConstructor().newInstance();
        String id = (String) maker.getClass().getMethod("make", String.class).invoke(maker, request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Object maker = Class.forName("ReflectionByName$Drops").getConstructor().newInstance();
        String id = (String) maker.getClass().getMethod("make", String.class).invoke(maker, request.getParameter("id"));
        statement.execute("select " + id);
    }
}
