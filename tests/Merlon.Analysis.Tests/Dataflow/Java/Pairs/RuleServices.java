import com.amazonaws.services.lambda.AWSLambda;
import com.amazonaws.services.lambda.model.InvokeRequest;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.beanutils.BeanUtils;
import org.apache.commons.net.ftp.FTPClient;

class RuleServices {
    static class Account {
        String role;
    }

    void bad(HttpServletRequest request, AWSLambda lambda) {
        lambda.invoke(new InvokeRequest().withFunctionName(request.getParameter("task"))); // finds unsafe-lambda-call
    }

    void good(HttpServletRequest request, AWSLambda lambda) {
        lambda.invoke(new InvokeRequest().withFunctionName("resize").withPayload(request.getParameter("task")));
    }

    void badLines(HttpServletRequest request, FTPClient client) throws Exception {
        client.sendCommand("SITE", request.getParameter("site")); // finds crlf-injection
    }

    void goodLines(HttpServletRequest request, FTPClient client) throws Exception {
        client.sendCommand("SITE", request.getParameter("site").replace("\r", "").replace("\n", ""));
    }

    void badMembers(HttpServletRequest request, Account account) throws Exception {
        BeanUtils.populate(account, request.getParameterMap()); // finds mass-assignment
    }

    void goodMembers(HttpServletRequest request, Account account) {
        account.role = request.getParameter("role");
    }
}
