import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourcePropertiesFile {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Properties p = new Properties();
        p.load(new java.io.FileInputStream("../config.properties"));
        String id = p.getProperty("data");
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Properties p = new Properties();
        p.setProperty("data", "safe");
        String id = p.getProperty("data");
        statement.execute("select " + id);
    }
}
