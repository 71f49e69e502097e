import javax.servlet.http.*;
import java.util.*;

class LabeledJumps {
    void bad(HttpServletRequest request, int rounds) throws Exception {
        String text = "ls";
        outer:
        for (int i = 0; i < rounds; i++) {
            for (int k = 0; k < rounds; k++) {
                if (k == i) continue outer;
                text = request.getParameter("dir");
                break outer;
            }
        }
        Runtime.getRuntime().exec(text); // finds command-injection
    }

    void good(HttpServletRequest request, int rounds) throws Exception {
        String text = "ls";
        outer:
        for (int i = 0; i < rounds; i++) {
            for (int k = 0; k < rounds; k++) {
                if (k == i) continue outer;
                break outer;
            }
            text = request.getParameter("dir");
            text = "ls";
        }
        Runtime.getRuntime().exec(text);
    }
}
