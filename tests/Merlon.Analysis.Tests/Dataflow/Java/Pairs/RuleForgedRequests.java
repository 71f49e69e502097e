import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;

class RuleForgedRequests {
    void bad(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.disable()); // finds csrf-switched-off
    }

    void badChain(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(a -> a.anyRequest().authenticated()).csrf().disable(); // finds csrf-switched-off
    }

    void good(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/hooks/*")).formLogin(form -> form.disable());
    }
}
