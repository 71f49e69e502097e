import java.io.StringReader;
import javax.servlet.http.HttpServletRequest;
import javax.xml.parsers.*;
import org.xml.sax.InputSource;

class XmlPutTogether {
    DocumentBuilder builder() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder();
    }

    void bad(HttpServletRequest request) throws Exception {
        String text = "<order><name>" + request.getParameter("name") + "</name></order>";
        builder().parse(new InputSource(new StringReader(text))); // finds xml-content-injection
    }

    void badBehindOther(HttpServletRequest request) throws Exception {
        StringBuilder text = new StringBuilder("<order id=\"");
        text.append(request.getParameter("id")).append("\"><name>").append(request.getParameter("name")).append("</name></order>");
        builder().parse(new InputSource(new StringReader(text.toString()))); // finds xml-content-injection
    }

    void goodWhole(HttpServletRequest request) throws Exception {
        builder().parse(new InputSource(new StringReader(request.getParameter("document"))));
    }

    void goodNumber(HttpServletRequest request) throws Exception {
        String text = "<order><count>" + Integer.parseInt(request.getParameter("count")) + "</count></order>";
        builder().parse(new InputSource(new StringReader(text)));
    }
}
