import javax.servlet.http.HttpServletRequest;
import javax.xml.XMLConstants;
import javax.xml.transform.*;
import javax.xml.transform.stream.*;
import java.io.StringWriter;

class RuleStyleSheet {
    void bad(HttpServletRequest request) throws Exception {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.newTransformer().transform(new StreamSource(request.getInputStream()), new StreamResult(new StringWriter())); // finds xml-injection
    }

    void good(HttpServletRequest request) throws Exception {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.newTransformer().transform(new StreamSource(request.getInputStream()), new StreamResult(new StringWriter()));
    }
}
