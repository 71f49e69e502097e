import javax.servlet.http.HttpServletRequest;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.*;

class RuleYamlOfOurOwn {
    static class Careless extends Constructor {
    }

    static class Careful extends SafeConstructor {
    }

    Object bad(HttpServletRequest request) {
        return new Yaml(new Careless()).load(request.getParameter("document")); // finds deserialization
    }

    Object good(HttpServletRequest request) {
        return new Yaml(new Careful()).load(request.getParameter("document"));
    }
}
