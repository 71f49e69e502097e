import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleCertificate {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        javax.net.ssl.SSLContext.getInstance("SSLv3"); // finds certificate-validation
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        javax.net.ssl.SSLContext.getInstance("TLSv1.3");
    }
}
