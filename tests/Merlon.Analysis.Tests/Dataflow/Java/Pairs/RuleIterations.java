import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleIterations {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] salt = new byte[16];
        new java.security.SecureRandom().nextBytes(salt);
        new javax.crypto.spec.PBEKeySpec(System.console().readPassword(), salt, 100, 256); // finds few-iterations
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] salt = new byte[16];
        new java.security.SecureRandom().nextBytes(salt);
        new javax.crypto.spec.PBEKeySpec(System.console().readPassword(), salt, 310000, 256);
    }
}
