import java.io.FileInputStream;
import javax.servlet.http.HttpServletRequest;

class BehindTheLastSlash {
    void bad(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        new FileInputStream("/srv/files/" + name.substring(name.indexOf('/') + 1)); // finds path-traversal
    }

    void badFromTheSlash(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        new FileInputStream("/srv/files" + name.substring(name.lastIndexOf('.') + 1)); // finds path-traversal
    }

    void badOther(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        String other = request.getParameter("other");
        new FileInputStream("/srv/files/" + other.substring(name.lastIndexOf('/') + 1)); // finds path-traversal
    }

    void good(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        new FileInputStream("/srv/files/" + name.substring(name.lastIndexOf('/') + 1));
    }

    void goodInTwoSteps(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        int slash = name.lastIndexOf("/");
        new FileInputStream("/srv/files/" + name.substring(slash + 1));
    }
}
