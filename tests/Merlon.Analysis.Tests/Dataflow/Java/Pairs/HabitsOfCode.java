package pairs;
import java.io.*;
import java.util.*;
import java.net.*;
import java.sql.*;
import javax.servlet.http.*;
public class HabitsOfCode extends HttpServlet {
    public static String changing = "x"; // finds public-static-field
    public static final String[] LIST = {"a"}; // finds public-static-array
    public static final Date WHEN = new Date(); // finds public-static-mutable
    private static final String FINE = "x";
    private int count;
    private String helper;
    private volatile String safe;
    public boolean equals(Object o) { return o == this; } // finds equals-without-hash
    void badCatch() { try { work(); } catch (IOException e) { } } // finds empty-catch
    void goodCatch() { try { work(); } catch (IOException e) { System.out.println(e); } }
    void work() throws IOException { throw new IOException("x"); }
    void badGeneric() { try { work(); } catch (Exception e) { System.out.println(e); } } // finds general-catch
    void badThrow() throws Exception { throw new Exception("x"); } // finds general-throw
    void goodThrow() throws Exception { throw new IOException("x"); }
    int badFinally() { try { work(); } catch (IOException e) { System.out.println(e); } finally { return 1; } } // finds return-in-finally
    void badAssign(int zero) { boolean isZero; if (isZero = (zero == 0)) { System.out.println("zero"); } } // finds assignment-in-condition
    void goodAssign(int zero) { boolean isZero; if ((zero == 0)) { System.out.println("zero"); } }
    void badString(String a, BufferedReader r) throws IOException { String b = r.readLine(); if (a == b) { System.out.println("same"); } } // finds text-compared-by-reference
    void badSwitch(int x) {
        String s = null;
        switch (x) {
        case 0: // finds fall-through
            s = "0";
        case 1:
            s = "1"; break;
        default:
            s = "x"; break;
        }
        System.out.println(s);
    }
    void badDefault(int x) {
        switch (x) { // finds switch-without-default
        case 0: System.out.println("0"); break;
        }
    }
    String badLock() { 
        if (helper == null) { // finds double-checked-lock
            synchronized (this) { if (helper == null) { helper = "x"; } }
        }
        return helper;
    }
    String goodLock() { if (safe == null) { synchronized (this) { if (safe == null) { safe = "x"; } } } return safe; }
    void badName(Object a, Object b) { if (a.getClass().getName().equals(b.getClass().getName())) System.out.println("x"); } // finds class-compared-by-name
    void badDelete() { File f = new File("x"); f.delete(); } // finds dropped-result
    void goodDelete() { File f = new File("x"); if (!f.delete()) System.out.println("x"); }
    void badRead(InputStream in) throws IOException { byte[] b = new byte[10]; in.read(b); } // finds dropped-result
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        count = 1; // finds servlet-field-written
        response.getWriter().println("<!--DB username = joe, DB password = 123-->"); // finds comment-in-page
        if (request.getParameter("end") != null) System.exit(1); // finds exit-in-server
        new Thread(() -> System.out.println("x")).start(); // finds thread-in-server
    }
    void badAnd() { String s = null; if ((s != null) & (s.length() > 0)) System.out.println("x"); } // finds null-dereference, null-test-without-effect
    void badLate(String s) { System.out.println(s.length()); 
        if (s != null) System.out.println("x"); // finds null-test-too-late
    }
    void badOpen() throws IOException { FileReader r = new FileReader("x"); System.out.println(r.read()); } // finds resource-left-open
    void badClose() throws IOException {
        FileReader r = new FileReader("x"); System.out.println(r.read());
        r.close(); // finds resource-closed-on-success-only
    }
    void goodClose() throws IOException { FileReader r = null; try { r = new FileReader("x"); System.out.println(r.read()); } finally { if (r != null) r.close(); } }
    void goodTry() throws IOException { try (FileReader r = new FileReader("x")) { System.out.println(r.read()); } }
    void badSemicolon(int x) {
        if (x == 0); // finds empty-branch
        { System.out.println("zero"); }
    }
    void badIndent(int x) {
        int y = 0;
        if (x == 0)
            System.out.println("x == 0");
            y = 1; // finds misleading-indentation
        System.out.println(y);
    }
    void badSame(int x) { if (x == x) System.out.println("x"); } // finds always-true
    void badNever(int x) { if (x < Integer.MIN_VALUE) System.out.println("x"); } // finds always-false
    void badLoop() { int i = 0; while (true) { i++; System.out.println(i); } } // finds endless-loop
    protected void finalize() { System.out.println("x"); } // finds finalize-without-super
    void badRun() { new Thread(() -> System.out.println("x")).run(); } // finds thread-run
    void badSync() { synchronized (this) { } } // finds empty-lock
    public Object clone() { return new HabitsOfCode(); } // finds clone-without-super
}
