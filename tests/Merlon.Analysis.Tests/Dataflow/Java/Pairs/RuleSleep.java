import javax.servlet.http.HttpServletRequest;

class RuleSleep {
    void bad(HttpServletRequest request) throws Exception {
        int pause = Integer.parseInt(request.getParameter("pause"));
        if (pause > 0) {
            Thread.sleep(pause); // finds resource-exhaustion
        }
    }

    void good(HttpServletRequest request) throws Exception {
        int pause = Integer.parseInt(request.getParameter("pause"));
        if (pause > 0 && pause <= 2000) {
            Thread.sleep(pause);
        }
    }
}
