import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleSeed {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        new java.security.SecureRandom().setSeed(new byte[] { 1, 2, 3 }); // finds predictable-seed
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        new java.security.SecureRandom().setSeed(java.security.SecureRandom.getSeed(8));
    }
}
