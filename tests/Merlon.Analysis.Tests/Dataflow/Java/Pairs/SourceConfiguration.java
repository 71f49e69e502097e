import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceConfiguration {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        javax.servlet.ServletConfig config = new javax.servlet.http.HttpServlet() { }.getServletConfig();
        String id = configured(config);
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        javax.servlet.ServletConfig config = new javax.servlet.http.HttpServlet() { }.getServletConfig();
        String id = "safe";
        statement.execute("select " + id);
    }

    String configured(javax.servlet.ServletConfig config) {
        return config.getInitParameter("id");
    }
}
