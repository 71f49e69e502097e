package pairs;
import java.util.*;

/** Conditions about what a variable always holds, loops that go too far, and recursions without an end. */
public class DecidedByConstants {
    void badNull() { String s = null; if (s != null) System.out.println("x"); } // finds always-false
    void badNullToo() { String s = null; if (s == null) System.out.println("x"); } // finds always-true
    void badNumber() { int n = 5; if (n == 5) System.out.println("x"); } // finds always-true
    void badFlag() { boolean b = false; if (b) System.out.println("x"); } // finds always-false
    void badTexts() { String s = "a"; if (s.equals("b")) System.out.println("x"); } // finds always-false
    void goodSet(String x) { String s = null; try { s = x.trim(); } finally { if (s != null) System.out.println(s); } }
    void goodLoop() { boolean done = false; for (int i = 0; i < 3; i++) { if (done) System.out.println(i); done = true; } }
    void goodSwitch() { final boolean traces = false; if (traces) System.out.println("x"); }
    void goodLambda(List<String> list) { int[] n = {0}; list.forEach(s -> n[0]++); if (n[0] == 0) System.out.println("none"); }

    void badEnd(int[] a) { for (int i = 0; i <= a.length; i++) a[i] = i; } // finds off-by-one
    void badEndOfList(List<String> a) { int i = 0; while (i <= a.size()) { System.out.println(a.get(i)); i++; } } // finds off-by-one
    void badNumberOfCells() { int[] a = new int[10]; for (int i = 0; i <= 10; i++) { a[i] = i; } } // finds off-by-one
    void goodEnd(int[] a) { for (int i = 0; i < a.length; i++) a[i] = i; }
    void goodEndOnly(int[] a) { for (int i = 1; i <= a.length; i++) a[i - 1] = i; }

    static void badDeep(long n) { if (n == 0) return; badDeep(n - 1); } // finds recursion-without-bound
    static void goodDeep(long n) { if (n <= 0) return; goodDeep(n - 1); }
}
