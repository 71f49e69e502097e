import javax.servlet.http.*;
import org.example.text.Phrase;

class WrappedInLibraryObject {
    void bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Phrase phrase = new Phrase(request.getParameter("name"));
        response.getWriter().println(phrase.toString()); // finds cross-site-scripting
    }

    void good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Phrase phrase = new Phrase("name");
        response.getWriter().println(phrase.toString());
    }
}
