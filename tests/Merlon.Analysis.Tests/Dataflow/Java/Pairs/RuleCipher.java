import javax.servlet.http.*;
import java.util.*;

class RuleCipher {
    private static final String WEAK = "DES/CBC/" + "PKCS5Padding";
    private static final String STRONG = "AES/GCM/" + "NoPadding";

    void bad() throws Exception {
        javax.crypto.Cipher.getInstance(WEAK); // finds weak-cipher
        java.security.MessageDigest.getInstance("MD5"); // finds weak-hash
    }

    void good() throws Exception {
        javax.crypto.Cipher.getInstance(STRONG);
        java.security.MessageDigest.getInstance("SHA-256");
    }
}
