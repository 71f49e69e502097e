package pairs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.ModelAndView;

@Controller
class RuleRedirectView {
    @GetMapping("/go") String bad(@RequestParam String to) { return "redirect:" + to; } // finds redirect-view
    @GetMapping("/go2") String badSlash(@RequestParam String to) { return "redirect:/" + to; } // finds redirect-view
    @GetMapping("/go3") ModelAndView badView(@RequestParam String to) { return new ModelAndView("redirect:" + to); } // finds redirect-view
    @GetMapping("/stay") String good(@RequestParam String to) { return "redirect:/home?from=" + to; }
    @GetMapping("/stay2") String goodPage(@RequestParam int to) { return "redirect:" + to; }
    @GetMapping("/stay3") String goodView(@RequestParam String to) { return "pages/" + to; }
}
