import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class SourceFile {
    void bad(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.BufferedReader in = new java.io.BufferedReader(new java.io.FileReader("data.txt"));
        String id = in.readLine();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, HttpServletResponse response, Statement statement) throws Exception {
        java.io.File file = new java.io.File("data.txt");
        long id = file.length();
        statement.execute("select " + id);
    }
}
