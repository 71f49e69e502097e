import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleKeyLength {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.security.KeyPairGenerator g = java.security.KeyPairGenerator.getInstance("RSA");
        g.initialize(1024); // finds short-key
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.security.KeyPairGenerator g = java.security.KeyPairGenerator.getInstance("EC");
        g.initialize(256);
    }
}
