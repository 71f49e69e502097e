import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class RuleFrames {
    void bad(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.frameOptions(frames -> frames.disable())); // finds framing-allowed
    }

    void badChain(HttpSecurity http) throws Exception {
        http.headers().frameOptions().disable(); // finds framing-allowed
    }

    void good(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.frameOptions(frames -> frames.sameOrigin()));
    }
}
