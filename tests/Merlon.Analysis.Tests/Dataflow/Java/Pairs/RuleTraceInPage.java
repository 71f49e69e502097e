import java.io.*;
import javax.servlet.http.*;

class RuleTraceInPage {
    void bad(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Integer.parseInt("x");
        } catch (NumberFormatException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            response.getWriter().println(trace.toString()); // finds sensitive-error-output
        }
    }

    void good(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Integer.parseInt("x");
        } catch (NumberFormatException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            response.getWriter().println("Please enter a number.");
        }
    }
}
