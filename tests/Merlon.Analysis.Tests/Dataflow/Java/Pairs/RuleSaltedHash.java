import java.security.MessageDigest;
import javax.servlet.http.HttpServletRequest;

class RuleSaltedHash {
    byte[] bad(HttpServletRequest request, byte[] salt) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        return digest.digest(request.getParameter("password").getBytes("UTF-8")); // finds hash-without-salt
    }

    byte[] badSteps(HttpServletRequest request) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(request.getParameter("password").getBytes("UTF-8"));
        return digest.digest(); // finds hash-without-salt
    }

    byte[] badWritten() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        byte[] password = "correct horse".getBytes("UTF-8");
        digest.update(password);
        return digest.digest(); // finds hash-without-salt
    }

    byte[] goodSteps(HttpServletRequest request, byte[] salt) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(salt);
        digest.update(request.getParameter("password").getBytes("UTF-8"));
        return digest.digest();
    }

    byte[] good(HttpServletRequest request, byte[] salt) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(salt);
        return digest.digest(request.getParameter("password").getBytes("UTF-8"));
    }
}
