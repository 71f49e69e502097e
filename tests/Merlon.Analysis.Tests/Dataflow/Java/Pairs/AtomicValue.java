import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class AtomicValue {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.util.concurrent.atomic.AtomicReference<String> ref = new java.util.concurrent.atomic.AtomicReference<>("safe");
        ref.set(request.getParameter("id"));
        String id = ref.get();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.util.concurrent.atomic.AtomicReference<String> ref = new java.util.concurrent.atomic.AtomicReference<>("safe");
        String id = ref.get();
        statement.execute("select " + id);
    }
}
