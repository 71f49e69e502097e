import javax.servlet.http.HttpServletRequest;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class RuleYaml {
    Object bad(HttpServletRequest request) {
        return new Yaml().load(request.getParameter("document")); // finds deserialization
    }

    Object good(HttpServletRequest request) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(request.getParameter("document"));
    }
}
