import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class FutureValue {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = java.util.concurrent.CompletableFuture.supplyAsync(() -> request.getParameter("id")).get();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id = java.util.concurrent.CompletableFuture.supplyAsync(() -> "safe").get();
        statement.execute("select " + id);
    }
}
