import java.io.*;
import javax.servlet.http.*;

class MemberOfUnknown {
    interface Holders {
        Holder find();
    }

    static abstract class Holder {
        String name, folder;
    }

    void bad(HttpServletRequest request, Holders holders) throws Exception {
        Holder holder = holders.find();
        holder.name = request.getParameter("name");
        new FileInputStream(holder.name).close(); // finds path-traversal
    }

    void good(HttpServletRequest request, Holders holders) throws Exception {
        Holder holder = holders.find();
        holder.name = request.getParameter("name");
        new FileInputStream(holder.folder).close();
    }
}
