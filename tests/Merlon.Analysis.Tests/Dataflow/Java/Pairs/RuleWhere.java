import com.mongodb.BasicDBObject;
import com.mongodb.client.model.Filters;
import javax.servlet.http.HttpServletRequest;

class RuleWhere {
    Object bad(HttpServletRequest request) {
        return new BasicDBObject("$where", "this.name == '" + request.getParameter("name") + "'"); // finds nosql-injection
    }

    Object good(HttpServletRequest request) {
        return new BasicDBObject("name", request.getParameter("name"));
    }
}
