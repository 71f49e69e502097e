package example.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Searches orders, shows invoices, prints labels; wrong in each of the three. */
public class OrderServlet extends HttpServlet {
    private static final Logger LOG = LogManager.getLogger(OrderServlet.class);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String customer = request.getParameter("customer");
        LOG.info("orders of {}", customer);
        try {
            response.getWriter().println(find(customer));
        } catch (SQLException e) {
            response.sendError(500);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String invoice = request.getParameter("invoice");
        Files.copy(Path.of("/var/shop/invoices/" + invoice), response.getOutputStream());
        Runtime.getRuntime().exec("print-label " + request.getParameter("printer"));
    }

    private String find(String customer) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM orders WHERE customer = '" + customer + "'")) {
            StringBuilder ids = new StringBuilder();
            while (rows.next()) {
                ids.append(rows.getString(1)).append(' ');
            }
            return ids.toString();
        }
    }
}
