import org.springframework.web.bind.annotation.*;
import javax.servlet.http.*;
import java.util.*;

class SpringPage {
    @GetMapping("/a")
    @ResponseBody
    public String bad(@RequestParam String name) {
        return "<p>" + name + "</p>"; // finds cross-site-scripting
    }

    @GetMapping("/b")
    @ResponseBody
    public String good(@RequestParam String name) {
        return "<p>" + org.springframework.web.util.HtmlUtils.htmlEscape(name) + "</p>";
    }
}
