import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class FieldOfObject {
    static class Holder {
        String first;
        String second;
    }

    void bad(HttpServletRequest request, Statement statement) throws Exception {
        Holder holder = new Holder();
        holder.first = request.getParameter("id");
        holder.second = "safe";
        statement.execute("select " + holder.first); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        Holder holder = new Holder();
        holder.first = request.getParameter("id");
        holder.second = "safe";
        statement.execute("select " + holder.second);
    }
}
