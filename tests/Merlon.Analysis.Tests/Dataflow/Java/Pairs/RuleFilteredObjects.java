import java.io.*;
import javax.servlet.http.HttpServletRequest;

class RuleFilteredObjects {
    Object bad(HttpServletRequest request) throws Exception {
        ObjectInputStream in = new ObjectInputStream(request.getInputStream());
        return in.readObject(); // finds deserialization
    }

    Object good(HttpServletRequest request) throws Exception {
        ObjectInputStream in = new ObjectInputStream(request.getInputStream());
        in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("java.lang.Integer;!*"));
        return in.readObject();
    }
}
