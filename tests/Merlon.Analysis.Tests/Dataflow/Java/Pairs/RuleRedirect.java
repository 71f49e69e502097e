import javax.servlet.http.*;
import java.util.*;

class RuleRedirect {
    void bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.sendRedirect(request.getParameter("to")); // finds open-redirect
    }

    void good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.sendRedirect("home".equals(request.getParameter("to")) ? "/home" : "/start");
    }

    void badHeader(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setHeader("Location", request.getParameter("to")); // finds open-redirect, header-injection
    }

    void goodHeader(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setHeader("Location", "/start");
    }
}
