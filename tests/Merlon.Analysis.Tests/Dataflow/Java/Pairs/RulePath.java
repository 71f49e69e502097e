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

    void badLate(HttpServletRequest request) throws Exception {
        java.io.File file = new java.io.File("/data", request.getParameter("file")); // finds path-traversal
        file.delete();
        if (!file.getCanonicalPath().startsWith("/data/")) throw new SecurityException();
    }

    void goodLate(HttpServletRequest request) throws Exception {
        java.io.File file = new java.io.File("/data", request.getParameter("file"));
        if (!file.getCanonicalPath().startsWith("/data/")) throw new SecurityException();
        file.delete();
    }

    java.nio.file.Path badGiven(HttpServletRequest request) {
        return java.nio.file.Paths.get("/data", request.getParameter("file")); // finds path-traversal
    }

    java.nio.file.Path goodGiven(HttpServletRequest request) {
        java.nio.file.Path path = java.nio.file.Paths.get("/data", request.getParameter("file")).normalize();
        if (!path.startsWith("/data")) throw new SecurityException();
        return path;
    }

    void badRandomAccess(HttpServletRequest request) throws Exception {
        new java.io.RandomAccessFile("/data/" + request.getParameter("file"), "r").close(); // finds path-traversal
    }

    void goodRandomAccess(HttpServletRequest request) throws Exception {
        new java.io.RandomAccessFile("/data/file", request.getParameter("file")).close();
    }
}
