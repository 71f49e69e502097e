import java.security.cert.*;
import javax.net.ssl.*;

class RuleTrustManager {
    static class Bad implements X509TrustManager {
        public void checkClientTrusted(X509Certificate[] chain, String type) {
        }

        public void checkServerTrusted(X509Certificate[] chain, String type) { // finds certificate-validation
        }

        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class Good implements X509TrustManager {
        private final X509TrustManager platform;

        Good(X509TrustManager platform) {
            this.platform = platform;
        }

        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            platform.checkClientTrusted(chain, type);
        }

        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            platform.checkServerTrusted(chain, type);
        }

        public X509Certificate[] getAcceptedIssuers() {
            return platform.getAcceptedIssuers();
        }
    }
}
