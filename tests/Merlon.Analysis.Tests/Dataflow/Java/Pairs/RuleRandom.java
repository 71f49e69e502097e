import javax.servlet.http.*;
import java.util.*;

class RuleRandom {
    void bad(HttpServletResponse response) {
        String token = Long.toString(new Random().nextLong()); // finds insecure-random
        Cookie cookie = new Cookie("session", token); // finds weak-random
    }

    void good(HttpServletResponse response) {
        String token = Long.toString(new java.security.SecureRandom().nextLong());
        Cookie cookie = new Cookie("session", token);
    }
}
