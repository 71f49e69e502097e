import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Generic {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Box<String> box = new Box<>();
        box.set(request.getParameter("id"));
        String id = box.get();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Box<Integer> box = new Box<>();
        box.set(Integer.valueOf(request.getParameter("id")));
        int id = box.get();
        statement.execute("select " + id);
    }

    static class Box<T> {
        private T value;
        void set(T value) { this.value = value; }
        T get() { return value; }
    }
}
