import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleEmptyPassword {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        DriverManager.getConnection("jdbc:a", "root", ""); // finds empty-password
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        DriverManager.getConnection("jdbc:a");
    }
}
