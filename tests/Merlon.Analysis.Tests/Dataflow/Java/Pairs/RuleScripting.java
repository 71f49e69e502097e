import javax.servlet.http.*;
import java.util.*;

class RuleScripting {
    void bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().println("<p>" + request.getParameter("name") + "</p>"); // finds cross-site-scripting
    }

    void good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().println("<p>" + org.springframework.web.util.HtmlUtils.htmlEscape(request.getParameter("name")) + "</p>");
    }

    void badWriter(HttpServletRequest request, HttpServletResponse response) throws Exception {
        java.io.PrintWriter writer = response.getWriter();
        writer.write(request.getHeader("Referer")); // finds cross-site-scripting
    }

    void goodWriter(HttpServletRequest request, java.io.PrintWriter writer) throws Exception {
        writer.write(request.getHeader("Referer"));
    }
}
