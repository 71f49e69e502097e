import java.net.Socket;
import java.sql.*;
import javax.servlet.http.*;
import javax.sql.DataSource;

class ServerHabits extends HttpServlet {
    DataSource source;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        try (Socket out = new Socket("partner.example.org", 1337)) { // finds socket-in-server
            out.getOutputStream().write(5);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void badConnection(HttpServletRequest request) throws SQLException {
        try (Connection link = DriverManager.getConnection("jdbc:h2:mem:x")) { // finds connection-in-server
            System.out.println(link.isValid(1));
        }
    }

    void goodConnection(HttpServletRequest request) throws SQLException {
        try (Connection link = source.getConnection()) {
            System.out.println(link.isValid(1));
        }
    }

    void goodConnectionOfATool() throws SQLException {
        try (Connection link = DriverManager.getConnection("jdbc:h2:mem:x")) {
            System.out.println(link.isValid(1));
        }
    }
}
