import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.*;
import java.sql.*;
import java.util.*;
import javax.servlet.http.HttpServletRequest;

class SerializedObject {
    private final ObjectMapper mapper = new ObjectMapper();

    static class Command {
        private String sql;
        private String argument;

        Command(String sql, String argument) {
            this.sql = sql;
            this.argument = argument;
        }

        String getSql() { return sql; }
    }

    void bad(HttpServletRequest request, Connection connection) throws Exception {
        byte[] message = mapper.writeValueAsBytes(new Command("select " + request.getParameter("id"), "1"));
        Command command = mapper.readValue(message, Command.class);
        connection.createStatement().execute(command.getSql()); // finds sql-injection
    }

    void good(HttpServletRequest request, Connection connection) throws Exception {
        byte[] message = mapper.writeValueAsBytes(new Command("select 1 where 2 = ?", request.getParameter("id")));
        Command command = mapper.readValue(message, Command.class);
        connection.createStatement().execute(command.getSql());
    }

    void badText(HttpServletRequest request, Connection connection) throws Exception {
        String message = mapper.writeValueAsString(new Command("select 1", request.getParameter("id")));
        connection.createStatement().execute("insert into messages values ('" + message + "')"); // finds sql-injection
    }

    void goodText(HttpServletRequest request, Connection connection) throws Exception {
        String message = mapper.writeValueAsString(new Command("select 1", "2"));
        connection.createStatement().execute("insert into messages values ('" + message + "')");
    }

    void goodList(HttpServletRequest request, Connection connection) throws Exception {
        String message = mapper.writeValueAsString(List.of(new Command("select 1 where 2 = ?", request.getParameter("id"))));
        Command command = mapper.readValue(message, Command.class);
        connection.createStatement().execute(command.getSql());
    }
}
