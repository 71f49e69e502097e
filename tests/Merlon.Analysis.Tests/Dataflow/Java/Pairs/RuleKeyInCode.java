import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleKeyInCode {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        new javax.crypto.spec.SecretKeySpec("0123456789abcdef".getBytes("UTF-8"), "AES"); // finds hard-coded-key
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        new javax.crypto.spec.SecretKeySpec(System.getenv("KEY").getBytes("UTF-8"), "AES");
    }
}
