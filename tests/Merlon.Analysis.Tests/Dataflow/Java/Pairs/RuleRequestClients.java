import java.net.URI;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.client.Client;
import org.apache.http.client.fluent.Request;
import org.apache.http.client.methods.HttpPut;

class RuleRequestClients {
    void bad(HttpServletRequest request, Client client) throws Exception {
        String host = request.getParameter("host");
        client.target("http://" + host + "/health"); // finds server-side-request-forgery
        Request.Get("http://" + host + "/health").execute(); // finds server-side-request-forgery
        new HttpPut("http://" + host + "/health"); // finds server-side-request-forgery
    }

    void good(HttpServletRequest request, Client client) throws Exception {
        String path = request.getParameter("path");
        client.target("http://backend/health/" + path);
        Request.Get("http://backend/health/" + path).execute();
        new HttpPut("http://backend/health/" + path);
    }
}
