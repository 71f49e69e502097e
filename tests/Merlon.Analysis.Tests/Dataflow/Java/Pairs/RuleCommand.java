import javax.servlet.http.*;
import java.util.*;

class RuleCommand {
    void bad(HttpServletRequest request) throws Exception {
        Runtime.getRuntime().exec("ls " + request.getParameter("dir")); // finds command-injection
    }

    void good(HttpServletRequest request) throws Exception {
        Runtime.getRuntime().exec("ls " + Integer.parseInt(request.getParameter("dir")));
    }

    void badList(HttpServletRequest request) throws Exception {
        List<String> command = new ArrayList<>();
        command.add("sh");
        command.add(request.getParameter("command"));
        new ProcessBuilder(command).start(); // finds command-injection
    }

    void goodList(HttpServletRequest request) throws Exception {
        List<String> command = new ArrayList<>();
        command.add("sh");
        command.add("script");
        new ProcessBuilder(command).start();
    }
}
