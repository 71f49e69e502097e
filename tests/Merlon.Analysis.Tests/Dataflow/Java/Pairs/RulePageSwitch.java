import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePageSwitch {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.getWriter().println(clean(x, false)); // finds cross-site-scripting
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        response.getWriter().println(clean(x, true));
    }

    String clean(String x, boolean escape) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < x.length(); i++) {
            char c = x.charAt(i);
            if (!escape) {
                b.append(c);
                continue;
            }
            switch (c) {
                case '<': b.append("&lt;"); break;
                case '>': b.append("&gt;"); break;
                default: b.append(c);
            }
        }
        return b.toString();
    }
}
