import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleCors {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        response.setHeader("Access-Control-Allow-Origin", "*"); // finds permissive-cors
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        response.setHeader("Access-Control-Allow-Origin", "https://example.org");
    }
}
