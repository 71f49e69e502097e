import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleTempFile {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.File.createTempFile("a", "b"); // finds insecure-temp-file
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.nio.file.Files.createTempFile("a", "b");
    }
}
