import java.security.MessageDigest;
import javax.servlet.http.HttpServletRequest;

class RuleSaltedHash {
    byte[] bad(HttpServletRequest request, byte[] salt) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        return digest.digest(request.getParameter("password").getBytes("UTF-8")); // finds hash-without-salt
    }

    byte[] good(HttpServletRequest request, byte[] salt) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(salt);
        return digest.digest(request.getParameter("password").getBytes("UTF-8"));
    }
}
