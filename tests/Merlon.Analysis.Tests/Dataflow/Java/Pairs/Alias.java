import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Alias {
    static class Holder {
        String value = "safe";
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Holder holder = new Holder();
        Holder alias = holder;
        alias.value = request.getParameter("id");
        statement.execute("select " + holder.value); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Holder holder = new Holder();
        Holder other = new Holder();
        other.value = request.getParameter("id");
        statement.execute("select " + holder.value);
    }
}
