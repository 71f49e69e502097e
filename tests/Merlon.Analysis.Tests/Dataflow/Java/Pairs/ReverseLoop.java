import javax.servlet.http.*;
import java.util.*;

class ReverseLoop {
    void bad(HttpServletRequest request) throws Exception {
        StringBuilder command = new StringBuilder();
        for (String part : request.getParameterValues("part")) command.append(part).append(' ');
        Runtime.getRuntime().exec(command.toString()); // finds command-injection
    }

    void good(HttpServletRequest request) throws Exception {
        StringBuilder command = new StringBuilder();
        for (String part : request.getParameterValues("part")) command.append(part.length()).append(' ');
        Runtime.getRuntime().exec(command.toString());
    }
}
