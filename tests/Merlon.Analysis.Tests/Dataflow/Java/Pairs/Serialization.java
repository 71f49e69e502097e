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

    void badNumber() throws Exception {
        java.io.ObjectInputStream reader = written(Integer.MAX_VALUE);
        int number = (Integer) reader.readObject();
        System.out.println(number + 1); // finds integer-overflow
    }

    void goodNumber() throws Exception {
        java.io.ObjectInputStream reader = written(41);
        int number = (Integer) reader.readObject();
        System.out.println(number + 1);
    }

    void badNull() throws Exception {
        String text = (String) written(null).readObject();
        System.out.println(text.length()); // finds null-dereference
    }

    void goodNull() throws Exception {
        String text = (String) written(null).readObject();
        if (text != null) System.out.println(text.length());
    }

    static java.io.ObjectInputStream written(Object kept) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        java.io.ObjectOutputStream writer = new java.io.ObjectOutputStream(bytes);
        writer.writeObject(kept);
        return new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()));
    }
}
