import javax.servlet.http.*;
import java.util.*;

class RuleSession {
    void bad(HttpServletRequest request) {
        request.getSession().setAttribute("user", request.getParameter("user")); // finds trust-boundary
    }

    void good(HttpServletRequest request) {
        request.getSession().setAttribute("user", Integer.valueOf(request.getParameter("user")));
    }
}
