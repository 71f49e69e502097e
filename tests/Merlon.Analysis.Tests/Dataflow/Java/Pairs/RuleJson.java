import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleJson {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        com.fasterxml.jackson.core.JsonGenerator json = new com.fasterxml.jackson.core.JsonFactory().createGenerator(response.getWriter());
        generate(json, x);
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        com.fasterxml.jackson.core.JsonGenerator json = new com.fasterxml.jackson.core.JsonFactory().createGenerator(response.getWriter());
        json.writeString(x);
    }

    void generate(com.fasterxml.jackson.core.JsonGenerator json, String x) throws Exception {
        json.writeRaw("{\"a\":\"" + x + "\"}"); // finds json-injection
    }
}
