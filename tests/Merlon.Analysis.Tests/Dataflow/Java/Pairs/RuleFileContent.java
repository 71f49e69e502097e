import java.io.*;
import java.nio.file.*;
import javax.servlet.http.*;

class RuleFileContent {
    void badCopy(HttpServletRequest request, InputStream content) throws Exception {
        Files.copy(content, Path.of("/data/" + request.getParameter("file"))); // finds path-traversal
    }

    void goodCopy(HttpServletRequest request) throws Exception {
        Files.copy(request.getInputStream(), Path.of("/data/file"), StandardCopyOption.REPLACE_EXISTING);
    }

    void badRead(HttpServletRequest request, OutputStream target) throws Exception {
        Files.copy(Path.of("/data/" + request.getParameter("file")), target); // finds path-traversal
    }

    void goodRead(HttpServletRequest request) throws Exception {
        Files.copy(Path.of("/data/file"), new FileOutputStream("/data/copy"));
    }

    void badWrite(HttpServletRequest request) throws Exception {
        Files.writeString(Path.of("/data/" + request.getParameter("file")), "text"); // finds path-traversal
    }

    void goodWrite(HttpServletRequest request) throws Exception {
        Files.writeString(Path.of("/data/file"), request.getParameter("text"));
    }
}
