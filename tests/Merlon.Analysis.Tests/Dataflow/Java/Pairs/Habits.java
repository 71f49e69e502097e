import java.io.*;
import java.net.*;
import java.security.*;
import java.util.*;
import java.util.concurrent.locks.*;
import javax.servlet.http.*;

public class Habits {
    static final Object FIRST = new Object(), SECOND = new Object(), THIRD = new Object();
    static final ReentrantLock LOCK = new ReentrantLock();
    private int never; // finds unused-field
    @lombok.Data static class Order { private int onlyGot; }
    static class Silent { private int onlyDeclared; } // finds unused-field
    private int used;

    private void nobody() { used++; } // finds unused-method
    private void empty() { } // finds empty-statement
    public void callEmpty() { empty(); }

    public void badError(File f) {
        if (!f.exists()) { // finds empty-error-branch
        }
    }
    public void goodError(File f) throws IOException { if (!f.exists()) { throw new FileNotFoundException("x"); } }
    public void badBranch(int n) {
        if (n == 0) { // finds empty-statement
        }
        System.out.println(n);
    }
    public void badElse(int n) {
        if (n == 0) { System.out.println(n); }
        else { } // finds empty-statement
    }
    public void badItself(int n) { n = n; System.out.println(n); } // finds empty-statement
    public void badSemicolon() {
        System.out.println("a");
        ; // finds empty-statement
    }

    // BUG: negative numbers are not thought of // finds suspicious-comment
    public int badNote(int n) { return n * 2; }
    // A bug that was mended is no note.
    public int goodNote(int n) { return n * 2; }

    public void badUnused() { int n = used + 1; } // finds unused-value
    public void goodUsed() { int n = used + 1; System.out.println(n); }
    public void badOverwritten() {
        String s = "first"; // finds unused-value
        s = "second";
        System.out.println(s);
    }
    public void goodOverwritten(boolean b) {
        String s = "first";
        if (b) s = "second";
        System.out.println(s);
    }
    public void goodUnset() { String s = null; s = "second"; System.out.println(s); }
    public int goodInHandler(String t) {
        int n = 1;
        try { n = 2; n = Integer.parseInt(t); } catch (NumberFormatException e) { System.out.println(n); }
        return n;
    }
    public int goodInLoop(int most) { int last = 0, n = 0; while (n < most) { System.out.println(last); last = n; n++; } return n; }
    public Runnable goodCaptured() { String s = "x"; return () -> System.out.println(s); }

    public boolean badPlace(String s) { return s.indexOf("x") > 0; } // finds answer-misread
    public boolean goodPlace(String s) { return s.indexOf("x") >= 0; }

    public void badNever(int n) { if (n < 0 && n > 4) System.out.println(n); } // finds always-false
    public void goodSometimes(int n) { if (n > 0 && n < 4) System.out.println(n); }
    public void badAlways(int n) { if (n >= 0 || n < 4) System.out.println(n); } // finds always-true
    public void goodEither(int n) { if (n > 4 || n < 0) System.out.println(n); }
    public void badLength(String s) { if (s.length() < 0) System.out.println(s); } // finds always-false
    public void badOdd(int n) { if (n * 2 == 5) System.out.println(n); } // finds always-false
    public void goodEven(int n) { if (n * 2 == 6) System.out.println(n); }

    public void badTurning() {
        int n = 0;
        while (n >= 0) { n = (n + 1) % 256; } // finds endless-loop
    }
    public void goodTurning() { int n = 0; while (n >= 0) { if (n == 10) break; n = (n + 1) % 256; } }
    public void badWaiting() {
        int n = 0;
        while (n < 10) { System.out.println(n); } // finds endless-loop
    }
    public void goodWaiting() { int n = 0; while (n < 10) { System.out.println(n); n++; } }
    public void badSetBack() {
        int n = 1; // finds unused-value
        do { n = 1; System.out.println(n); } while (n != 0); // finds endless-loop
    }
    public void goodSetBack() { int n = 1; do { n = 0; System.out.println(n); } while (n != 0); } // finds unused-value
    public void badSelf(int n) { badSelf(n); } // finds endless-recursion
    public void goodSelf(int n) { if (n > 9) return; goodSelf(n + 1); }

    public void badHeld() { LOCK.lock(); used++; } // finds lock-not-released
    public void badEarly(boolean b) { LOCK.lock(); if (b) return; used++; LOCK.unlock(); } // finds lock-not-released
    public void goodEarly(boolean b) { LOCK.lock(); if (b) { LOCK.unlock(); return; } used++; LOCK.unlock(); }
    public void goodHeld() { LOCK.lock(); try { used++; } finally { LOCK.unlock(); } }
    public void badTwice() {
        LOCK.lock();
        LOCK.lock(); // finds locked-twice
        try { used++; } finally { LOCK.unlock(); }
    }
    public void badBack() {
        LOCK.lock();
        try { used++; } finally {
            LOCK.unlock();
            LOCK.unlock(); // finds unlocked-twice
        }
    }
    public void badGiven() { LOCK.unlock(); } // finds unlocked-without-lock
    public void badOrder() { synchronized (FIRST) { synchronized (SECOND) { used++; } } } // finds locks-in-both-orders
    public void badOther() { synchronized (SECOND) { synchronized (FIRST) { used++; } } } // finds locks-in-both-orders
    public void goodOrder() { synchronized (FIRST) { synchronized (THIRD) { used++; } } }

    public void badPort() throws IOException {
        ServerSocket a = new ServerSocket(15000);
        ServerSocket b = new ServerSocket(15000); // finds port-bound-twice
        a.close(); b.close();
    }
    public void goodPort() throws IOException { ServerSocket a = new ServerSocket(15000); a.close(); ServerSocket b = new ServerSocket(15000); b.close(); }

    public void badRedirect(HttpServletRequest q, HttpServletResponse r) throws IOException {
        if (q.getSession().isNew()) {
            r.sendRedirect("/login"); // finds redirect-goes-on
        }
        r.getWriter().write("secret");
    }
    public void goodRedirect(HttpServletRequest q, HttpServletResponse r) throws IOException {
        if (q.getSession().isNew()) { r.sendRedirect("/login"); return; }
        r.getWriter().write("secret");
    }
    public void badLookup(HttpServletRequest q) throws IOException { InetAddress.getByName("example.org"); } // finds unhandled-in-server
    public void goodLookup(HttpServletRequest q) { try { InetAddress.getByName("example.org"); } catch (UnknownHostException e) { System.out.println("none"); } }

    public void badTemporary() throws IOException {
        File f = File.createTempFile("a", "b"); // finds temporary-file-stays, temporary-file-open-to-all, insecure-temp-file
        System.out.println(f);
    }
    public void goodTemporary() throws IOException {
        File f = File.createTempFile("a", "b"); // finds insecure-temp-file
        System.out.println(f.setReadable(false)); f.deleteOnExit();
    }
    public void badPasswordText(BufferedReader r) throws IOException { String password = r.readLine(); System.out.println(password.length()); } // finds password-stays-in-memory
    public void goodTextOfNoPassword(BufferedReader r) throws IOException { String name = r.readLine(); System.out.println(name.length()); }
    public void badPassword(Reader r) throws IOException { char[] password = new char[9]; System.out.println(r.read(password, 0, 9)); } // finds password-stays-in-memory
    public void goodPassword(Reader r) throws IOException { char[] password = new char[9]; System.out.println(r.read(password, 0, 9)); Arrays.fill(password, 'x'); }

    public void badAssertion() { assert false; } // finds assertion-fails
    public void goodAssertion(int n) { assert n > 0; }
    public void badReached() { int n = Integer.parseInt(System.getProperty("A", "1")); assert n > 0; } // finds reachable-assertion
    public void badThread() { Thread t = new Thread(); t.run(); } // finds thread-run
    public void goodThread() { Thread t = new Thread(); t.start(); }
    public void badTrim(String s) { s.trim(); } // finds result-ignored
    public String goodTrim(String s) { return s.trim(); }
    public void badDate() { System.out.println(new Date(101, 1, 1)); } // finds outdated-member
    public void goodDate() { System.out.println(new Date()); }
    public void badCommand() throws IOException { Runtime.getRuntime().exec("ls -la"); } // finds command-without-path
    public void goodCommand() throws IOException { Runtime.getRuntime().exec("/bin/ls -la"); }
    public void badTrace() { try { used++; } catch (IllegalStateException e) { e.printStackTrace(); } } // finds trace-on-console

    public byte[] badDigest() throws Exception { return MessageDigest.getInstance("SHA-512").digest(); } // finds missing-digest-data
    public byte[] goodDigest(byte[] data) throws Exception { MessageDigest d = MessageDigest.getInstance("SHA-512"); d.update(data); return d.digest(); }
    public byte[] goodHashedText() throws Exception { MessageDigest d = MessageDigest.getInstance("SHA-512"); d.update("a text".getBytes()); return d.digest(); } // finds hash-without-salt
    public byte[] badConstantSalt(byte[] data) throws Exception { MessageDigest d = MessageDigest.getInstance("SHA-512"); d.update("salt".getBytes()); return d.digest(data); } // finds constant-salt
    public byte[] badSalt(byte[] data) throws Exception {
        MessageDigest d = MessageDigest.getInstance("SHA-512");
        d.update(Integer.toString(new Random().nextInt()).getBytes()); // finds predictable-salt, insecure-random
        return d.digest(data);
    }
    public void badRow(HttpServletRequest q, java.sql.PreparedStatement p) throws Exception { p.setInt(1, Integer.parseInt(q.getParameter("id"))); } // finds key-from-request
    public void goodRow(HttpServletRequest q, java.sql.PreparedStatement p) throws Exception { p.setInt(1, 7); }
    public boolean badHost(InetAddress a) { return a.getHostName().equals("trusted.example.org"); } // finds trust-in-host-name, hidden-door
    public boolean goodHost(InetAddress a) { return a.getHostAddress().equals("10.0.0.1"); } // finds hidden-door

    static class Copied implements Cloneable {
        public Object clone() throws CloneNotSupportedException { return super.clone(); } // finds clone-can-be-overridden
    }
    static final class NotCopied implements Cloneable { public Object clone() throws CloneNotSupportedException { return super.clone(); } }
    static class Kept implements Serializable {
        String password; // finds secret-is-serialized
        transient String secret;
    }
}
