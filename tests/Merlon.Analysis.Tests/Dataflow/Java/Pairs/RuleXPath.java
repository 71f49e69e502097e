import javax.servlet.http.*;
import java.util.*;

class RuleXPath {
    void bad(HttpServletRequest request, javax.xml.xpath.XPath path, Object document) throws Exception {
        path.evaluate("//user[@name='" + request.getParameter("name") + "']", document); // finds xpath-injection
    }

    void good(HttpServletRequest request, javax.xml.xpath.XPath path, Object document) throws Exception {
        path.evaluate("//user[@name=$name]", document);
    }
}
