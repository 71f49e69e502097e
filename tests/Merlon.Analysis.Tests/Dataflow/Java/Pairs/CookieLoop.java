import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class CookieLoop {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals("id")) {
                    id = cookie.getValue();
                    break;
                }
            }
        }
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        String id = "safe";
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals("id")) {
                    System.out.println(cookie.getPath());
                    break;
                }
            }
        }
        statement.execute("select " + id);
    }
}
