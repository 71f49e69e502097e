import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class RuleMail {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        javax.mail.internet.MimeMessage m = new javax.mail.internet.MimeMessage((javax.mail.Session) null);
        m.setSubject(x); // finds mail-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        String x = request.getParameter("x");
        javax.mail.internet.MimeMessage m = new javax.mail.internet.MimeMessage((javax.mail.Session) null);
        m.setSubject("hello");
    }
}
