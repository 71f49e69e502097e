import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePasswordFromSocket {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String password = new java.io.BufferedReader(new java.io.InputStreamReader(new java.net.Socket("h", 1).getInputStream())).readLine();
        DriverManager.getConnection("jdbc:a", "root", password); // finds password-sent-in-the-clear
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String password = System.getenv("DB_PASSWORD");
        DriverManager.getConnection("jdbc:a", "root", password);
    }
}
