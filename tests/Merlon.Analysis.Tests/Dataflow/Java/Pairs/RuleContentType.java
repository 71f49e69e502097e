import javax.servlet.http.*;
import java.io.*;

class RuleContentType {
    void bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType("text/html; charset=UTF-8");
        response.getWriter().println(request.getParameter("name")); // finds cross-site-scripting
    }

    void good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType("text/plain; charset=UTF-8");
        response.getWriter().println(request.getParameter("name"));
    }

    void badUnset(HttpServletRequest request, HttpServletResponse response) throws Exception {
        PrintWriter writer = response.getWriter();
        writer.println(request.getParameter("name")); // finds cross-site-scripting
    }

    void goodDocument(HttpServletRequest request, HttpServletResponse response) throws Exception {
        PrintWriter writer = response.getWriter();
        response.setContentType("application/json");
        writer.println(request.getParameter("name"));
    }

    void badOnOneWay(HttpServletRequest request, HttpServletResponse response, boolean plain) throws Exception {
        if (plain) response.setContentType("text/plain");
        else response.setContentType("text/html");
        response.getWriter().println(request.getParameter("name")); // finds cross-site-scripting
    }

    void goodOnBothWays(HttpServletRequest request, HttpServletResponse response, boolean plain) throws Exception {
        if (plain) response.setContentType("text/plain");
        else response.setContentType("application/json");
        response.getWriter().println(request.getParameter("name"));
    }

    void badChosen(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType(request.getParameter("type"));
        response.getOutputStream().print(request.getParameter("name")); // finds cross-site-scripting
    }

    void badHeader(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setHeader("Content-Language", "application/json");
        response.getWriter().println(request.getParameter("name")); // finds cross-site-scripting
    }

    void goodHeader(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setHeader("Content-Type", "application/json");
        response.getWriter().println(request.getParameter("name"));
    }

    void goodSetElsewhere(HttpServletRequest request, HttpServletResponse response) throws Exception {
        prepare(response);
        write(response.getWriter(), request.getParameter("name"));
    }

    void prepare(HttpServletResponse response) {
        response.setContentType("text/plain");
    }

    void write(PrintWriter writer, String text) {
        writer.println(text);
    }
}
