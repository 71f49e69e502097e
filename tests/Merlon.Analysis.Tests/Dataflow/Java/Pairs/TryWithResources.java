import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class TryWithResources {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id;
        try (java.io.StringReader in = new java.io.StringReader(request.getParameter("id"));
             java.io.BufferedReader reader = new java.io.BufferedReader(in)) {
            id = reader.readLine();
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String id;
        try (java.io.StringReader in = new java.io.StringReader("safe");
             java.io.BufferedReader reader = new java.io.BufferedReader(in)) {
            id = reader.readLine();
        }
        statement.execute("select " + id);
    }
}
