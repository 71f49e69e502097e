import java.io.*;
import javax.servlet.http.*;

class GuardByContent {
    void bad(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        if (name.contains("..") && name.length() > 3) throw new IllegalArgumentException();
        new FileInputStream(new File("/data", name)).close(); // finds path-traversal
    }

    void good(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        if (name.contains("..") || name.length() > 3) throw new IllegalArgumentException();
        new FileInputStream(new File("/data", name)).close();
    }

    void badOther(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        if (name.contains("*")) throw new IllegalArgumentException();
        new FileInputStream(new File("/data", name)).close(); // finds path-traversal
    }

    void goodSlash(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        if (name.contains("/")) throw new IllegalArgumentException();
        new FileInputStream(new File("/data", name)).close();
    }

    void badPosition(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        if (name.indexOf("..") > 0) throw new IllegalArgumentException();
        new FileInputStream(new File("/data", name)).close(); // finds path-traversal
    }

    void goodPosition(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        if (name.indexOf("..") >= 0) throw new IllegalArgumentException();
        new FileInputStream(new File("/data", name)).close();
    }

    void badInverted(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        int position = name.indexOf('/');
        if (position == -1) throw new IllegalArgumentException();
        new FileInputStream(new File("/data", name)).close(); // finds path-traversal
    }

    void goodHelper(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        if (isOutside(name)) throw new IllegalArgumentException();
        new FileInputStream(new File("/data", name)).close();
    }

    boolean isOutside(String name) {
        return name.contains("../") || name.contains("..\\");
    }
}
