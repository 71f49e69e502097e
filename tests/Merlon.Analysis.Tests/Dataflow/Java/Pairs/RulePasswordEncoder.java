import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.*;

class RulePasswordEncoder {
    PasswordEncoder bad() {
        return NoOpPasswordEncoder.getInstance(); // finds plain-password-encoder
    }

    PasswordEncoder good() {
        return new BCryptPasswordEncoder();
    }
}
