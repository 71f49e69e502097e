import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
class RuleAuthorization {
    @GetMapping("/own")
    @PreAuthorize("isAuthenticated()")
    int own() {
        return 1;
    }

    @PostMapping("/good")
    @PreAuthorize("hasRole('ADMIN')")
    int good() {
        return 2;
    }

    @PostMapping("/bad")
    int bad() { // finds missing-authorization
        return 3;
    }
}
