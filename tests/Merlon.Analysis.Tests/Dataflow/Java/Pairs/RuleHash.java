import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleHash {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.security.MessageDigest.getInstance("MD5"); // finds weak-hash
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.security.MessageDigest.getInstance("SHA-256");
    }
}
