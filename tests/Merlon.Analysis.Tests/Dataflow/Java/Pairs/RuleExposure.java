import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.servlet.ServletHolder;

class RuleExposure {
    void bad(ResourceHandler files, HttpServletResponse response) {
        files.setDirectoriesListed(true); // finds directory-listing
        response.setHeader("X-Powered-By", "Shop 3.1"); // finds software-named
    }

    void good(ResourceHandler files, HttpServletResponse response) {
        files.setDirectoriesListed(false);
        response.setHeader("X-Request-Id", "3.1");
    }
}
