import javax.servlet.http.*;
import java.util.*;

class RuleCookie {
    void bad(HttpServletResponse response) {
        Cookie cookie = new Cookie("a", "b");
        cookie.setHttpOnly(true);
        response.addCookie(cookie); // finds insecure-cookie
    }

    void good(HttpServletResponse response) {
        Cookie cookie = new Cookie("a", "b");
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        response.addCookie(cookie);
    }

    void badOnSomePath(HttpServletResponse response, boolean secure) {
        Cookie cookie = new Cookie("a", "b");
        cookie.setHttpOnly(true);
        if (secure) cookie.setSecure(true);
        response.addCookie(cookie); // finds insecure-cookie
    }
}
