import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePasswordFromFile {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Properties p = new Properties();
        p.load(new java.io.FileInputStream("c.properties"));
        DriverManager.getConnection("jdbc:a", "root", p.getProperty("password")); // finds password-stored-in-the-clear
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        Properties p = new Properties();
        p.load(new java.io.FileInputStream("c.properties"));
        DriverManager.getConnection(p.getProperty("url"));
    }
}
