package pairs;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
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

        @SelectProvider(type = Commands.class, method = "byName")
        List<String> provided(@Param("name") String name); // finds sql-injection

        @SelectProvider(type = Commands.class, method = "ofAge")
        List<String> aged(int age);

        @Insert("insert into ${table} values (#{name})")
        void add(@Param("table") String table, @Param("name") String name);
    }

    @GetMapping("/sorted") int bad(@RequestParam String by) { return fresh().sorted(by).size(); }
    @GetMapping("/number") int goodNumber(@RequestParam int id) { return fresh().byNumber(id).size(); }
    @GetMapping("/named") int good(@RequestParam String name) { fresh().add("users", name); return fresh().named(name).size(); }

    static class Commands {
        public String byName(Map<String, Object> given) { return "select name from users where name = '" + given.get("name") + "'"; }
        public static String ofAge(int age) { return "select name from users where age = " + age; }
    }

    @GetMapping("/provided") int badProvided(@RequestParam String name) { return fresh().provided(name).size(); }
    @GetMapping("/aged") int goodProvided(@RequestParam int age) { return fresh().aged(age).size(); }

    private Users mapper;
    Users fresh() { return mapper; }
}
