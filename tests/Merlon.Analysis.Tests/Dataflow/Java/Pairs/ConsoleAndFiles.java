import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class ConsoleAndFiles {
    void badConsole(Statement statement) throws Exception {
        java.io.BufferedReader reader = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
        String line = reader.readLine();
        statement.execute("select " + line); // finds sql-injection
    }

    void badEnvironment(Statement statement) throws Exception {
        statement.execute("select " + System.getenv("ID")); // finds sql-injection
    }

    void badFile(Statement statement) throws Exception {
        java.io.BufferedReader reader = new java.io.BufferedReader(new java.io.FileReader("data.txt"));
        statement.execute("select " + reader.readLine()); // finds sql-injection
    }

    void badSocket(Statement statement, java.net.Socket socket) throws Exception {
        java.io.BufferedReader reader = new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream(), "UTF-8"));
        statement.execute("select " + reader.readLine()); // finds sql-injection
    }

    void badDatabase(Statement statement) throws Exception {
        ResultSet rows = statement.executeQuery("select 1");
        statement.execute("select " + rows.getString(1)); // finds sql-injection
    }

    void badProperties(Statement statement) throws Exception {
        Properties properties = new Properties();
        properties.load(new java.io.FileInputStream("../settings"));
        statement.execute("select " + properties.getProperty("id")); // finds sql-injection
    }

    void good(Statement statement) throws Exception {
        statement.execute("select " + System.getProperty("os.name"));
    }
}
