import javax.validation.Valid;
import javax.validation.constraints.Pattern;
import org.springframework.web.bind.annotation.*;

class ValidatedForm {
    private org.springframework.jdbc.core.JdbcTemplate template;

    static class Form {
        @Pattern(regexp = "[a-z0-9-]*")
        private String name;

        @Pattern(regexp = ".{1,80}")
        private String title;

        public String getName() { return name; }

        public String getTitle() { return title; }
    }

    @PostMapping("/a")
    public void bad(Form form) {
        template.execute("create schema " + form.getName()); // finds sql-injection
    }

    @PostMapping("/b")
    public void good(@Valid Form form) {
        template.execute("create schema " + form.getName());
    }

    @PostMapping("/c")
    public void badPattern(@Valid Form form) {
        template.execute("create schema " + form.getTitle()); // finds sql-injection
    }

    @PostMapping("/d")
    public void goodParameter(@RequestParam @Pattern(regexp = "\\w+") String name) {
        template.execute("create schema " + name);
    }

    @PostMapping("/e")
    public void badTwice(Form form) {
        System.out.println(form.getName().length());
        template.execute("create schema " + form.getName()); // finds sql-injection
    }

    @PostMapping("/f")
    public void goodTwice(@Valid Form form) {
        System.out.println(form.getName().length());
        template.execute("create schema " + form.getName());
    }
}
