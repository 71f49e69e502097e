import javax.servlet.http.*;
import java.util.*;

class RuleEntities {
    void bad(HttpServletRequest request) throws Exception {
        javax.xml.parsers.DocumentBuilderFactory factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        factory.newDocumentBuilder().parse(request.getInputStream()); // finds xml-injection
    }

    void good(HttpServletRequest request) throws Exception {
        javax.xml.parsers.DocumentBuilderFactory factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newDocumentBuilder().parse(request.getInputStream());
    }
}
