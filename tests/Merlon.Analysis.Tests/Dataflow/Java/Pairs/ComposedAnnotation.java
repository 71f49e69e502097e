import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.*;

class ComposedAnnotation {
    private org.springframework.jdbc.core.JdbcTemplate template;

    @AuthenticationPrincipal(expression = "username")
    @interface CurrentUser {
    }

    @interface Marked {
    }

    @GetMapping("/a")
    public Object bad(@Marked String name) {
        return template.queryForList("select " + name); // finds sql-injection
    }

    @GetMapping("/b")
    public Object good(@CurrentUser String name) {
        return template.queryForList("select " + name);
    }
}
