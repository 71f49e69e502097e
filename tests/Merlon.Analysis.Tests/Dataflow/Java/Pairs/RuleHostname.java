import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleHostname {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier(org.apache.http.conn.ssl.NoopHostnameVerifier.INSTANCE); // finds certificate-validation
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier(javax.net.ssl.HttpsURLConnection.getDefaultHostnameVerifier());
    }
}
