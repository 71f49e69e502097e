package pairs;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
@RestController
public class RuleResponseBody {
    static class Person { String name; Person(String name) { this.name = name; } }
    @GetMapping("/a") public String bad(@RequestParam String name) { return "Hello " + name; } // finds cross-site-scripting
    @GetMapping("/d") public Object goodObject(@RequestParam String name) { return new Person(name); }
    @GetMapping("/b") public Person good(@RequestParam String name) { return new Person(name); }
}
