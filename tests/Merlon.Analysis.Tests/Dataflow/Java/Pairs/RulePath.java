import javax.servlet.http.*;
import java.util.*;

class RulePath {
    void bad(HttpServletRequest request) throws Exception {
        new java.io.FileInputStream("/data/" + request.getParameter("file")); // finds path-traversal
    }

    void good(HttpServletRequest request) throws Exception {
        new java.io.FileInputStream("/data/" + org.apache.commons.io.FilenameUtils.getName(request.getParameter("file")));
    }

    void badCheck(HttpServletRequest request) throws Exception {
        java.nio.file.Path base = java.nio.file.Path.of("/data");
        java.nio.file.Path path = base.resolve(request.getParameter("file"));
        if (!path.startsWith(base)) throw new SecurityException();
        java.nio.file.Files.readString(path); // finds path-traversal
    }

    void goodCheck(HttpServletRequest request) throws Exception {
        java.nio.file.Path base = java.nio.file.Path.of("/data");
        java.nio.file.Path path = base.resolve(request.getParameter("file")).normalize();
        if (!path.startsWith(base)) throw new SecurityException();
        java.nio.file.Files.readString(path);
    }
}
