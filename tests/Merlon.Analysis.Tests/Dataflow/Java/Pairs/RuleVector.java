import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleVector {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] iv = new byte[16];
        new javax.crypto.spec.IvParameterSpec(iv); // finds constant-iv
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] iv = new byte[16];
        new java.security.SecureRandom().nextBytes(iv);
        new javax.crypto.spec.IvParameterSpec(iv);
    }
}
