import javax.servlet.http.*;

class RuleEndlessSession {
    void bad(HttpServletRequest request) {
        request.getSession().setMaxInactiveInterval(-1); // finds endless-session
    }

    void good(HttpServletRequest request) {
        request.getSession().setMaxInactiveInterval(900);
    }
}
