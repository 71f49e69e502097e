import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleTiming {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] mine = java.security.MessageDigest.getInstance("SHA-256").digest(new byte[1]);
        boolean same = Arrays.equals(mine, request.getParameter("sig").getBytes()); // finds timing-attack
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        byte[] mine = java.security.MessageDigest.getInstance("SHA-256").digest(new byte[1]);
        boolean same = java.security.MessageDigest.isEqual(mine, request.getParameter("sig").getBytes());
    }
}
