import java.sql.*;
import java.util.EventObject;
import javax.servlet.http.*;

/** What a library's constructor is handed stays in its part of the object. */
class MadeFromALibrary {
    static class Event extends EventObject {
        final String type;

        Event(Object source, String type) {
            super(source);
            this.type = type;
        }
    }

    void badSource(HttpServletRequest request, Statement statement) throws Exception {
        Event event = new Event(request.getParameter("id"), "added");
        statement.execute("select " + event.getSource()); // finds sql-injection
    }

    void goodType(HttpServletRequest request, Statement statement) throws Exception {
        Event event = new Event(request.getParameter("id"), "added");
        statement.execute("select " + event.type);
    }

    void badType(HttpServletRequest request, Statement statement) throws Exception {
        Event event = new Event("here", request.getParameter("id"));
        statement.execute("select " + event.type); // finds sql-injection
    }
}
