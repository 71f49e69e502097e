package pairs;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RuleMapper {
    interface Users {
        @Select("select name from users order by ${column}") // finds sql-injection
        List<String> sorted(@Param("column") String by);

        @Select({"select name from users", "where id = ${id}"})
        List<String> byNumber(@Param("id") int id);

        @Select("select name from users where name = #{name}")
        List<String> named(@Param("name") String name);

        @Insert("insert into ${table} values (#{name})")
        void add(@Param("table") String table, @Param("name") String name);
    }

    @GetMapping("/sorted") int bad(@RequestParam String by) { return fresh().sorted(by).size(); }
    @GetMapping("/number") int goodNumber(@RequestParam int id) { return fresh().byNumber(id).size(); }
    @GetMapping("/named") int good(@RequestParam String name) { fresh().add("users", name); return fresh().named(name).size(); }

    private Users mapper;
    Users fresh() { return mapper; }
}
