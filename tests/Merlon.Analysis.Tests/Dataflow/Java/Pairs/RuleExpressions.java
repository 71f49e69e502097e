import javax.servlet.http.HttpServletRequest;
import org.apache.commons.jexl3.JexlEngine;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import groovy.lang.GroovyClassLoader;

class RuleExpressions {
    void bad(HttpServletRequest request, JexlEngine engine, Context context, Scriptable scope, GroovyClassLoader loader) {
        engine.createExpression(request.getParameter("rule")); // finds code-injection
        context.evaluateString(scope, request.getParameter("script"), "form", 1, null); // finds code-injection
        loader.parseClass(request.getParameter("class")); // finds code-injection
    }

    void good(HttpServletRequest request, JexlEngine engine, Context context, Scriptable scope, GroovyClassLoader loader) {
        engine.createExpression("price * " + Integer.parseInt(request.getParameter("count")));
        context.evaluateString(scope, "1 + 1", request.getParameter("script"), 1, null);
        loader.parseClass("class A { }");
    }
}
