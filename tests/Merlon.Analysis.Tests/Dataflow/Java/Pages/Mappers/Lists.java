package lists;
import java.util.List;
import org.springframework.web.bind.annotation.*;

interface ListMapper {
    List<String> sorted(String by);
    List<String> named(String name);
    List<String> filtered(@org.apache.ibatis.annotations.Param("where") String condition, int page);
}

@RestController
class Lists {
    private ListMapper mapper;

    @GetMapping("/sorted") int sorted(@RequestParam String by) { return mapper.sorted(by).size(); }
    @GetMapping("/named") int named(@RequestParam String name) { return mapper.named(name).size(); }
    @GetMapping("/filtered") int filtered(@RequestParam String condition) { return mapper.filtered(condition, 1).size(); }
}
