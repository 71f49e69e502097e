import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleSalt {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        new javax.crypto.spec.PBEKeySpec(System.console().readPassword(), "salt".getBytes(), 600000, 256); // finds constant-salt
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] salt = new byte[16];
        new java.security.SecureRandom().nextBytes(salt);
        new javax.crypto.spec.PBEKeySpec(System.console().readPassword(), salt, 600000, 256);
    }
}
