package pairs;
import java.io.*;
import javax.servlet.http.*;
public class HabitsOfConditions extends HttpServlet {
    private static final boolean DEBUG = true;
    private static final boolean DEBUG_OFF = false;
    private static HabitsOfConditions only;
    private static HabitsOfConditions locked;
    private static final HabitsOfConditions FIRST = new HabitsOfConditions();
    private String[] names = { "a" };
    private int[] rows;
    public String[] badNames() { return names; } // finds array-handed-out
    public String[] goodNames() { return names.clone(); }
    private String[] goodOwn() { return names; }
    public void badRows(int[] given) { this.rows = given; } // finds array-taken-over
    public void goodRows(int[] given) { this.rows = given.clone(); }
    public static HabitsOfConditions badOne() {
        if (only == null) {
            only = new HabitsOfConditions(); // finds singleton-without-lock
        }
        return only;
    }
    public static synchronized HabitsOfConditions goodOne() { if (locked == null) { locked = new HabitsOfConditions(); } return locked; }
    public static HabitsOfConditions goodFirst() { return FIRST; }
    void badMixed(boolean a, boolean b, boolean c) { if (a || b && c) { System.out.println("x"); } } // finds and-or-unmarked
    void goodMixed(boolean a, boolean b, boolean c) { if (a || (b && c)) { System.out.println("x"); } }
    void goodOfComparisons(int a, boolean b) { if (a == 1 || a == 2 && b) { System.out.println("x"); } }
    void badBoth(int a) { if (a > 0 & check()) { System.out.println("x"); } } // finds both-sides-evaluated
    void goodBoth(int a) { if (a > 0 && check()) { System.out.println("x"); } }
    void goodBits(int a) { if ((a & mask()) != 0) { System.out.println("x"); } }
    boolean check() { System.out.println("checked"); return names.length > 1; }
    int mask() { return 4; }
    void badSleep() throws InterruptedException {
        synchronized (this) {
            Thread.sleep(500); // finds sleep-with-lock
        }
    }
    synchronized void badSleepOfMethod() throws InterruptedException { Thread.sleep(500); } // finds sleep-with-lock
    void goodSleep() throws InterruptedException { Thread.sleep(500); synchronized (this) { this.wait(500); } }
    void badNull(String s) { if (s != null && s == null) { System.out.println("x"); } } // finds always-false
    void goodNull(String s, String t) { if (s != null && t == null) { System.out.println("x"); } }
    void badReferer(HttpServletRequest request) {
        if ("http://example.org/admin".equals(request.getHeader("Referer"))) { System.out.println("x"); } // finds referer-decides
    }
    void badRefererKept(HttpServletRequest request) {
        String from = request.getHeader("referer");
        if (from.startsWith("http://example.org/")) { System.out.println("x"); } // finds referer-decides
    }
    void goodHeader(HttpServletRequest request) { if ("text/html".equals(request.getHeader("Accept"))) { System.out.println("x"); } }
    void badCookie(HttpServletRequest request) {
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals("admin") && cookie.getValue().equals("true")) { System.out.println("x"); } // finds cookie-decides
        }
    }
    void goodCookie(HttpServletRequest request) {
        for (Cookie cookie : request.getCookies()) { if (cookie.getName().equals("language")) { System.out.println(cookie.getMaxAge()); } }
    }
    void badDebug() { if (DEBUG) { System.out.println("user"); } } // finds debug-code-left
    void goodDebug() { if (DEBUG_OFF) { System.out.println("user"); } }
}
