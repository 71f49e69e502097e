import javax.net.ssl.*;

class RuleHostnameVerifier {
    void bad(HttpsURLConnection connection) {
        connection.setHostnameVerifier(new HostnameVerifier() {
            public boolean verify(String host, SSLSession session) { // finds certificate-validation
                return true;
            }
        });
        connection.setHostnameVerifier((host, session) -> true); // finds certificate-validation
    }

    void good(HttpsURLConnection connection) {
        connection.setHostnameVerifier(new HostnameVerifier() {
            public boolean verify(String host, SSLSession session) {
                return host.equals("db.internal");
            }
        });
        connection.setHostnameVerifier((host, session) -> host.equals("db.internal"));
    }
}
