import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePassword {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String password = "7e5tc4s3";
        DriverManager.getConnection("jdbc:a", "root", password); // finds hard-coded-password
    }

    void badDefault() throws Exception {
        String password = System.getenv("DB_PASSWORD");
        if (password == null) password = "7e5tc4s3";
        DriverManager.getConnection("jdbc:a", "root", password); // finds hard-coded-password
    }

    void goodDefault() throws Exception {
        String password = System.getenv("DB_PASSWORD");
        if (password == null) throw new IllegalStateException("Set DB_PASSWORD.");
        DriverManager.getConnection("jdbc:a", "root", password);
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String password = System.getenv("DB_PASSWORD");
        DriverManager.getConnection("jdbc:a", "root", password);
    }
}
