package pairs;
import java.io.*;
import java.util.Date;
import javax.servlet.http.*;

/** What is done with a session. */
public class SessionsAtLogin {
    static class Basket { String item; }
    static class Kept implements Serializable { String item; }
    static class KeptToo extends Kept { }

    void bad(HttpServletRequest request) {
        String user = request.getParameter("user");
        if (check(user, request.getParameter("password"))) {
            HttpSession session = request.getSession(true);
            session.setAttribute("authenticated", true); // finds session-not-renewed
        }
    }
    void good(HttpServletRequest request) {
        String user = request.getParameter("user");
        if (check(user, request.getParameter("password"))) {
            request.getSession().invalidate();
            HttpSession session = request.getSession(true);
            session.setAttribute("authenticated", true);
        }
    }
    void goodChanged(HttpServletRequest request) {
        if (check(request.getParameter("user"), request.getParameter("password"))) {
            request.changeSessionId();
            request.getSession().setAttribute("authenticated", true);
        }
    }
    void goodOther(HttpServletRequest request) { if (check("x", "y")) request.getSession().setAttribute("colour", "red"); }
    boolean check(String user, String password) { return user.length() > password.length(); }

    void badObject(HttpServletRequest request) { Basket basket = new Basket(); request.getSession().setAttribute("basket", basket); } // finds unserializable-in-session
    void goodObject(HttpServletRequest request) {
        request.getSession().setAttribute("kept", new KeptToo());
        request.getSession().setAttribute("text", "x");
        request.getSession().setAttribute("when", new Date(0));
    }
}
