import javax.servlet.http.HttpServletRequest;

class PasswordInCode {
    boolean bad(HttpServletRequest request) {
        return "maint3nance!".equals(request.getParameter("password")); // finds password-compared-with-constant
    }

    boolean badTurned(HttpServletRequest request) {
        String given = request.getParameter("password");
        return given != null && given.equals("maint3nance!"); // finds password-compared-with-constant
    }

    boolean goodEmpty(HttpServletRequest request) {
        return "".equals(request.getParameter("password"));
    }

    boolean goodName(HttpServletRequest request) {
        return "maint3nance!".equals(request.getParameter("topic"));
    }

    boolean good(HttpServletRequest request, String kept) {
        return kept.equals(request.getParameter("password"));
    }
}
