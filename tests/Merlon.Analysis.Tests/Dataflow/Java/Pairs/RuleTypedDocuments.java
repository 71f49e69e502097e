import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import javax.servlet.http.HttpServletRequest;

class RuleTypedDocuments {
    Object bad(HttpServletRequest request, PolymorphicTypeValidator validator) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        mapper.activateDefaultTyping(validator);
        return mapper.readValue(request.getInputStream(), Object.class); // finds deserialization
    }

    Object good(HttpServletRequest request) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        return mapper.readValue(request.getInputStream(), Object.class);
    }
}
