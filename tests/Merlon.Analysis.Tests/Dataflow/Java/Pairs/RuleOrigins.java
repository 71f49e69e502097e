import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;

class RuleOrigins {
    void bad(CorsConfiguration cors) {
        cors.addAllowedOrigin("*"); // finds permissive-cors
    }

    void good(CorsConfiguration cors) {
        cors.addAllowedOrigin("https://shop.example.org");
    }
}
