import javax.servlet.http.*;

class RulePersistentCookie {
    void bad(HttpServletResponse response) {
        Cookie cookie = new Cookie("theme", "dark");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setMaxAge(60 * 60 * 24 * 365 * 2);
        response.addCookie(cookie); // finds persistent-cookie
    }

    void good(HttpServletResponse response) {
        Cookie cookie = new Cookie("theme", "dark");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setMaxAge(60 * 60);
        response.addCookie(cookie);
    }
}
