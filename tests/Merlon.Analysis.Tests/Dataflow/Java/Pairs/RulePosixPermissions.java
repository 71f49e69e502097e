import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePosixPermissions {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"); // finds file-permissions
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.nio.file.attribute.PosixFilePermissions.fromString("rwx------");
    }
}
