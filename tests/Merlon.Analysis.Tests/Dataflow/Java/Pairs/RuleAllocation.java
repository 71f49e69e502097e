import java.util.*;
import javax.servlet.http.HttpServletRequest;

class RuleAllocation {
    List<String> bad(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("size"));
        return new ArrayList<String>(size); // finds uncontrolled-allocation
    }

    List<String> good(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("size"));
        if (size > 100) {
            return List.of();
        }
        return new ArrayList<String>(size);
    }

    List<String> goodCopy(HttpServletRequest request) {
        return new ArrayList<String>(Arrays.asList(request.getParameterValues("name")));
    }
}
