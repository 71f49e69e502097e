import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class LambdaParameter {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        java.util.function.Function<String, String> function = text -> "select " + text;
        statement.execute(function.apply(request.getParameter("id"))); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        java.util.function.Function<String, String> function = text -> "select 1";
        statement.execute(function.apply(request.getParameter("id")));
    }

    void badNumber(HttpServletRequest request) {
        java.util.function.Consumer<Integer> print = number -> System.out.println(number + 1); // finds integer-overflow
        print.accept(Integer.parseInt(request.getParameter("id")));
    }

    void goodNumber(HttpServletRequest request) {
        java.util.function.Consumer<Integer> print = number -> System.out.println(number > 99 ? 0 : number + 1);
        print.accept(Integer.parseInt(request.getParameter("id")));
    }

    void goodForeignNumber(HttpServletRequest request, Statement statement, org.example.Numbers numbers) throws Exception {
        int id = numbers.of(request.getParameter("id"));
        statement.execute("select " + id);
    }

    void badForeignText(HttpServletRequest request, Statement statement, org.example.Numbers numbers) throws Exception {
        String id = numbers.of(request.getParameter("id"));
        statement.execute("select " + id); // finds sql-injection
    }
}
