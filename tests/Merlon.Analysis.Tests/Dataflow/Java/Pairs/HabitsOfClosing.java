package pairs;
import java.io.*;
import java.security.*;
import java.util.*;
import javax.script.*;
import javax.servlet.http.*;
public class HabitsOfClosing {
    void badTwice() throws IOException { // only what stands in one block counts
        Reader r = new FileReader("x");
        r.close();
        r.close(); // finds closed-twice
    }
    void goodTwice() throws IOException {
        Reader r = new FileReader("x");
        r.close();
        r = new FileReader("y");
        r.close();
    }
    void badUnset() { int i; } // finds unused-value
    int goodUnset(boolean b) { int i; if (b) { i = 1; } else { i = 2; } return i; }
    void badUse() throws IOException {
        FileReader r = new FileReader("x");
        r.close();
        System.out.println(r.read()); // finds used-when-closed
    }
    void goodUse() throws IOException {
        FileReader r = new FileReader("x");
        System.out.println(r.read());
        r.close();
    }
    void goodMemory() throws IOException {
        PrintWriter w = new PrintWriter(new CharArrayWriter());
        w.close();
        w.flush();
    }
    int badUnboxed() { Integer i = null; int j = i; return j; } // finds null-dereference
    int badSum() { Integer i = null; return i + 1; } // finds null-dereference
    int goodUnboxed() { Integer i = 1; int j = i; return j + i; }
    void badLate(String s) {
        if (s.equals("y")) System.out.println("a");
        if (s != null) System.out.println("b"); // finds null-test-too-late
    }
    void goodLate(String s, String t) {
        if (t.equals("y")) System.out.println("a");
        if (s != null) System.out.println("b");
    }
    void badClasses() { Integer a = 1; Double b = 2.0; if (a.getClass().equals(b.getClass())) System.out.println("never"); } // finds always-false
    void badSame() { Object a = new Date(); Object b = new Date(); if (a.getClass() == b.getClass()) System.out.println("always"); } // finds always-true
    void goodClasses(Object a, Object b) { if (a.getClass().equals(b.getClass())) System.out.println("perhaps"); }
    void badDay() {
        Calendar now = Calendar.getInstance(), day = Calendar.getInstance();
        day.set(2020, 1, 1);
        if (now.after(day)) new File("x").deleteOnExit();
        if (now.after(day)) System.exit(new File("x").delete() ? 1 : 0); // finds logic-bomb
    }
    void badTime(File f) { boolean done = f.setLastModified(10000L); System.out.println(done); } // finds time-of-file-set
    void goodTime(File f, File g) { boolean done = f.setLastModified(g.lastModified()); System.out.println(done); }
    void badLibrary() { System.loadLibrary("codec"); } // finds library-by-name
    void goodLibrary() { System.load("/usr/lib/codec.so"); }
    void badScript(HttpServletRequest q) throws ScriptException { new ScriptEngineManager().getEngineByName("js").eval(q.getParameter("x")); } // finds code-injection
    void goodScript(HttpServletRequest q) throws ScriptException { new ScriptEngineManager().getEngineByName("js").eval("x"); }
    boolean badName(Object o) { return o.getClass().getName().equals("pairs.HabitsOfClosing"); } // finds class-compared-by-name
    boolean goodName(Object o, String wanted) { return o.getClass().getName().equals(wanted); }
    byte[] badDigest() throws NoSuchAlgorithmException { return MessageDigest.getInstance("SHA-512").digest(); } // finds missing-digest-data
    byte[] goodDigest(List<byte[]> parts) throws NoSuchAlgorithmException {
        MessageDigest d = MessageDigest.getInstance("SHA-512");
        for (byte[] part : parts) d.update(part);
        return d.digest();
    }
    byte[] goodStream(InputStream in) throws NoSuchAlgorithmException, IOException {
        MessageDigest d = MessageDigest.getInstance("SHA-512");
        InputStream s = new DigestInputStream(in, d);
        while (s.read() >= 0) { System.out.println("x"); }
        return d.digest();
    }
    public static void main(String[] arguments) {
        if (arguments.length == 0) throw new IllegalArgumentException("nothing to do"); // finds unhandled-in-main
        try {
            if (arguments.length == 1) throw new IllegalStateException("too little");
        } catch (IllegalStateException e) {
            System.exit(1);
        }
    }
}
