import org.springframework.web.bind.annotation.*;
import javax.servlet.http.*;
import java.util.*;

class SpringController {
    private org.springframework.jdbc.core.JdbcTemplate template;

    static class Form {
        private String name;
        public String getName() { return name; }
    }

    @GetMapping("/a")
    public Object bad(@RequestParam String id) {
        return template.queryForList("select " + id); // finds sql-injection
    }

    @GetMapping("/b")
    public Object good(@RequestParam long id) {
        return template.queryForList("select " + id);
    }

    @PostMapping("/c")
    public Object badForm(@RequestBody Form form) {
        return template.queryForList("select " + form.getName()); // finds sql-injection
    }

    @PostMapping("/d")
    public Object goodForm(@RequestBody Form form) {
        return template.queryForList("select ?", form.getName());
    }
}
