import java.sql.*;
import java.util.regex.*;
import javax.servlet.http.*;

class PatternsAsFilters {
    static final Pattern ANY = Pattern.compile("^.{0,300}$");
    static final Pattern NAME = Pattern.compile("^[a-z][a-z0-9_]{0,30}$");
    static final Pattern STRANGE = Pattern.compile("[^a-zA-Z0-9]");
    static final Pattern SPACE = Pattern.compile("\\s");

    void badCompiled(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (ANY.matcher(id).matches()) statement.execute("select " + id); // finds sql-injection
    }

    void goodCompiled(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (NAME.matcher(id).matches()) statement.execute("select " + id);
    }

    void badPartly(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!id.matches("[a-z]+=.*")) return;
        statement.execute("select " + id); // finds sql-injection
    }

    void goodPartly(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (!id.matches("[a-z]+=(?!00)[0-9]*")) return;
        statement.execute("select " + id);
    }

    void badRefused(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (SPACE.matcher(id).find()) return;
        statement.execute("select " + id); // finds sql-injection
    }

    void goodRefused(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (STRANGE.matcher(id).find()) return;
        statement.execute("select " + id);
    }

    void badGroup(HttpServletRequest request, Statement statement) throws Exception {
        Matcher matcher = Pattern.compile("(\\d+)=([^,]*)").matcher(request.getParameter("id"));
        if (matcher.find()) statement.execute("select " + matcher.group(2)); // finds sql-injection
    }

    void goodGroup(HttpServletRequest request, Statement statement) throws Exception {
        Matcher matcher = Pattern.compile("(\\d+)=([^,]*)").matcher(request.getParameter("id"));
        if (matcher.find()) statement.execute("select " + matcher.group(1));
    }

    void badCharacters(HttpServletRequest request, Statement statement) throws Exception {
        StringBuilder kept = new StringBuilder();
        for (char c : request.getParameter("id").toCharArray()) {
            if (c >= ' ' && c <= 'z') kept.append(c);
        }
        statement.execute("select " + kept); // finds sql-injection
    }

    void goodCharacters(HttpServletRequest request, Statement statement) throws Exception {
        StringBuilder kept = new StringBuilder();
        for (char c : request.getParameter("id").toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') kept.append(c);
        }
        statement.execute("select " + kept);
    }

    void badEach(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (id.chars().anyMatch(Character::isDigit)) statement.execute("select " + id); // finds sql-injection
    }

    void goodEach(HttpServletRequest request, Statement statement) throws Exception {
        String id = request.getParameter("id");
        if (id.chars().allMatch(Character::isDigit)) statement.execute("select " + id);
    }

    void badBeginning(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String to = request.getParameter("to");
        if (to.startsWith("https://app.example.org")) response.sendRedirect(to); // finds open-redirect
    }

    void goodBeginning(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String to = request.getParameter("to");
        if (to.startsWith("https://app.example.org/")) response.sendRedirect(to);
    }

    long badProduct(HttpServletRequest request) {
        int count = Integer.parseInt(request.getParameter("n"));
        return count * 1000; // finds integer-overflow
    }

    long goodProduct(HttpServletRequest request) {
        int count = Integer.parseInt(request.getParameter("n"));
        return count * 1000L;
    }
}
