import freemarker.cache.StringTemplateLoader;
import com.hubspot.jinjava.Jinjava;
import java.util.*;
import javax.servlet.http.HttpServletRequest;

class RuleTemplates {
    void bad(HttpServletRequest request, StringTemplateLoader loader, Jinjava jinjava) {
        loader.putTemplate("mail", request.getParameter("text")); // finds template-injection
        jinjava.render("Dear " + request.getParameter("name"), new HashMap<String, Object>()); // finds template-injection
    }

    void good(HttpServletRequest request, StringTemplateLoader loader, Jinjava jinjava) {
        loader.putTemplate("mail", "Hello");
        jinjava.render("Dear {{ name }}", Map.of("name", request.getParameter("name")));
    }
}
