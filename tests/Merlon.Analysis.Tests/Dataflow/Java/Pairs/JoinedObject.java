import javax.servlet.http.*;

class JoinedObject {
    static class Name {
        private final String text;
        Name(String text) { this.text = text; }
        public String toString() { return "Mr " + text; }
    }
    void bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object name = new Name(request.getParameter("x"));
        response.getWriter().print("<p>" + name); // finds cross-site-scripting
    }
    void good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object name = new Name("x");
        response.getWriter().print("<p>" + name);
    }
    void badUnknown(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object name = new Missing(request.getParameter("x"));
        response.getWriter().print("<p>" + name); // finds cross-site-scripting
    }
}
