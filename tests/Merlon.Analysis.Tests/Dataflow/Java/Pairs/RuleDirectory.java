import javax.servlet.http.*;
import java.util.*;

class RuleDirectory {
    void bad(HttpServletRequest request, javax.naming.directory.DirContext directory) throws Exception {
        directory.search("ou=people", "(uid=" + request.getParameter("uid") + ")", null); // finds ldap-injection
    }

    void good(HttpServletRequest request, javax.naming.directory.DirContext directory) throws Exception {
        directory.search("ou=people", "(uid={0})", new Object[] {request.getParameter("uid")}, null);
    }
}
