import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleHashByVariable {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String name = "SHA";
        name += "-1";
        java.security.MessageDigest.getInstance(name); // finds weak-hash
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String name = "SHA";
        name += "-512";
        java.security.MessageDigest.getInstance(name);
    }
}
