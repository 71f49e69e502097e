import javax.servlet.http.*;

class EscaperGivingBack {
    void bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().print(escape(request.getParameter("name"), false)); // finds cross-site-scripting
    }

    /** Gives the text back where nobody asked for it to be escaped. */
    static String escape(String text, boolean wanted) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') escaped.append("&lt;");
            else escaped.append(c);
        }
        return wanted ? escaped.toString() : text;
    }

    void good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().print(escapeLonger(request.getParameter("name")));
    }

    /** Gives the text back where escaping made it no longer. */
    static String escapeLonger(String text) {
        if (text == null) return null;
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') escaped.append("&lt;");
            else escaped.append(c);
        }
        return escaped.length() > text.length() ? escaped.toString() : text;
    }

    void badOther(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().print(escapeQuotes(request.getParameter("name"))); // finds cross-site-scripting
    }

    /** Leaves what begins a tag as it is. */
    static String escapeQuotes(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (escaped == null) escaped = new StringBuilder(text.substring(0, i));
                escaped.append("&quot;");
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    void goodLate(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().print(escapeLate(request.getParameter("name")));
    }

    /** Begins to build where there is something to escape. */
    static String escapeLate(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                if (escaped == null) escaped = new StringBuilder(text.substring(0, i));
                escaped.append("&lt;");
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    void badStart(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().print(escapeLongTexts(request.getParameter("name"))); // finds cross-site-scripting
    }

    /** Does not look at short texts. */
    static String escapeLongTexts(String text) {
        if (text.length() < 100) return text;
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') escaped.append("&lt;");
            else escaped.append(c);
        }
        return escaped.toString();
    }

    void goodParts(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().print(escapeParts(request.getParameter("name")));
    }

    /** Copies the parts between what is escaped. */
    static String escapeParts(String text) {
        StringBuilder escaped = new StringBuilder();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<':
                    escaped.append(text, from, i).append("&lt;");
                    from = i + 1;
                    break;
                case '&':
                    escaped.append(text, from, i).append("&amp;");
                    from = i + 1;
                    break;
                default:
            }
        }
        return from == 0 ? text : escaped.append(text, from, text.length()).toString();
    }

    void badArray(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().print(copied(request.getParameter("name"))); // finds cross-site-scripting
    }

    static String copied(String text) {
        char[] all = new char[text.length()];
        text.getChars(0, text.length(), all, 0);
        StringBuilder escaped = new StringBuilder();
        for (char c : all) escaped.append(c);
        return escaped.toString();
    }

    void goodArray(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().print(escapedArray(request.getParameter("name")));
    }

    static String escapedArray(String text) {
        char[] all = new char[text.length()];
        text.getChars(0, text.length(), all, 0);
        StringBuilder escaped = new StringBuilder();
        for (char c : all) {
            if (c == '<') escaped.append("&lt;");
            else escaped.append(c);
        }
        return escaped.toString();
    }
}
