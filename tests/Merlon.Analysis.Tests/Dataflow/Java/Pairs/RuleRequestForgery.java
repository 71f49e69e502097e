import javax.servlet.http.*;
import java.util.*;

class RuleRequestForgery {
    private static final Set<String> ADDRESSES = Set.of("https://a.example/", "https://b.example/");

    void bad(HttpServletRequest request) throws Exception {
        new java.net.URL(request.getParameter("address")).openStream(); // finds server-side-request-forgery
    }

    void good(HttpServletRequest request) throws Exception {
        String address = request.getParameter("address");
        if (ADDRESSES.contains(address)) new java.net.URL(address).openStream();
    }
}
