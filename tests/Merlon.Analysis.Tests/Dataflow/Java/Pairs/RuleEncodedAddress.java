import java.net.*;
import javax.servlet.http.HttpServletRequest;

class RuleEncodedAddress {
    private String server;

    RuleEncodedAddress(String server) {
        this.server = server;
    }

    void bad(HttpServletRequest request) throws Exception {
        new URL(server + "?ip=" + request.getParameter("ip")).openStream(); // finds server-side-request-forgery
    }

    void good(HttpServletRequest request) throws Exception {
        new URL(server + "?ip=" + URLEncoder.encode(request.getParameter("ip"), "UTF-8")).openStream();
    }

    void badHost(HttpServletRequest request) throws Exception {
        new URL("http://" + URLEncoder.encode(request.getParameter("host"), "UTF-8")).openStream(); // finds server-side-request-forgery
    }

    void goodQuery(HttpServletRequest request) throws Exception {
        StringBuilder query = new StringBuilder();
        query.append("ip=").append(URLEncoder.encode(request.getParameter("ip"), "UTF-8")).append("&all=true");
        new URL(server + "?" + query).openStream();
    }
}
