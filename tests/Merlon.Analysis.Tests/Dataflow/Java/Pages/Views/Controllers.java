package app;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class Controllers {
    @GetMapping("/greet")
    public String greet(@RequestParam String name, Model model) {
        model.addAttribute("name", name).addAttribute("title", "constant");
        return "greeting";
    }

    @GetMapping("/people")
    public ModelAndView people(@RequestParam List<String> names, @RequestParam String town) {
        ModelAndView view = new ModelAndView("people/list");
        view.addObject("names", names);
        view.addObject("town", "somewhere");
        return view;
    }

    @GetMapping("/other")
    public String other(@RequestParam String name, Model model) {
        model.addAttribute("unused", name);
        return "other";
    }
}
