import javax.servlet.http.HttpServletRequest;
import javax.xml.xquery.*;
import net.sf.saxon.s9api.XQueryCompiler;

class RuleQueryLanguage {
    void bad(HttpServletRequest request, XQConnection connection, XQueryCompiler compiler) throws Exception {
        connection.prepareExpression("doc('users.xml')//user[@id='" + request.getParameter("id") + "']"); // finds xpath-injection
        compiler.compile("//user[@id='" + request.getParameter("id") + "']"); // finds xpath-injection
    }

    void good(HttpServletRequest request, XQConnection connection, XQueryCompiler compiler) throws Exception {
        connection.prepareExpression("doc('users.xml')//user[@id=" + Long.parseLong(request.getParameter("id")) + "]");
        compiler.compile("//user");
    }
}
