import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RulePermissions {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        new java.io.File("/tmp/a").setWritable(true, false); // finds file-permissions
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        new java.io.File("/tmp/a").setWritable(true, true);
    }
}
