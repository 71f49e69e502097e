import javax.servlet.http.*;
import java.sql.*;
import java.util.*;

class Serialization {
    void bad(HttpServletRequest request, Statement statement) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        java.io.ObjectOutputStream writer = new java.io.ObjectOutputStream(bytes);
        writer.writeObject(request.getParameter("id"));
        writer.close();
        java.io.ObjectInputStream reader = new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()));
        String id = (String) reader.readObject();
        statement.execute("select " + id); // finds sql-injection
    }

    void good(HttpServletRequest request, Statement statement) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        java.io.ObjectOutputStream writer = new java.io.ObjectOutputStream(bytes);
        writer.writeObject("safe");
        writer.close();
        java.io.ObjectInputStream reader = new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()));
        String id = (String) reader.readObject();
        statement.execute("select " + id);
    }
}
