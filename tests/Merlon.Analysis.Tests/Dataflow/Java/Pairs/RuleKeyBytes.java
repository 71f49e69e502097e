import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleKeyBytes {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] key = { 1, 2, 3, 4 };
        new javax.crypto.spec.SecretKeySpec(key, "AES"); // finds hard-coded-key
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] key = new byte[16];
        new java.security.SecureRandom().nextBytes(key);
        new javax.crypto.spec.SecretKeySpec(key, "AES");
    }
}
