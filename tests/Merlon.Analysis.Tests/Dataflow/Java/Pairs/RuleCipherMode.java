import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleCipherMode {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        javax.crypto.Cipher.getInstance("AES/ECB/PKCS5Padding"); // finds weak-cipher
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
    }
}
