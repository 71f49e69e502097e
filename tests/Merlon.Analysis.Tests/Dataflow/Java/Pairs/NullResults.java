package pairs;
import java.util.*;

/** Functions that give null on some way. */
public class NullResults {
    private final Map<String, String> names = new HashMap<>();
    private final Random random = new Random();

    String sometimes() { if (random.nextBoolean()) return "x"; return null; }
    StringBuilder prepared() { StringBuilder b = null; if (random.nextBoolean()) b = new StringBuilder("x"); return b; }
    String handedOn() { return sometimes(); }
    String always() { String s = null; if (random.nextBoolean()) s = "a"; else s = "b"; return s; }
    String ofNull(String s) { if (s == null) return null; return s.trim(); }

    void bad() { System.out.println(sometimes().trim()); } // finds null-result-used
    void badVariable() { String s = sometimes(); if (s.equals("y")) System.out.println("y"); } // finds null-result-used
    void badPrepared() { StringBuilder b = prepared(); System.out.println(b.length()); } // finds null-result-used
    void badHandedOn() { System.out.println(handedOn().length()); } // finds null-result-used
    void badOneWay(boolean asks) {
        String s = sometimes();
        if (asks && s == null) return;
        System.out.println(s.length()); // finds null-result-used
    }
    private String kept, keptTwice;
    private void use(String s) { System.out.println(s.trim()); } // finds null-result-used
    private void deeper(String s) { deepest(s); }
    private void deepest(String s) { System.out.println(s.length()); } // finds null-result-used
    private void useAsked(String s) { if (s != null) System.out.println(s.trim()); }
    private void useOfTwo(String s) { System.out.println(s.trim()); }
    void badHanded() { use(sometimes()); }
    void badDeep() { String s = sometimes(); deeper(s); }
    void badKept() { kept = sometimes(); useKept(); }
    void useKept() { System.out.println(kept.trim()); } // finds null-result-used
    void goodHanded() { useAsked(sometimes()); }
    void goodOfTwo() { useOfTwo(sometimes()); useOfTwo("x"); }
    void goodKeptTwice() { keptTwice = sometimes(); keptTwice = "x"; System.out.println(keptTwice.trim()); }
    void good() { String s = sometimes(); if (s != null) System.out.println(s.trim()); }
    void goodEarly() { String s = sometimes(); if (s == null) return; System.out.println(s.trim()); }
    void goodTurned() { if ("y".equals(sometimes())) System.out.println("y"); }
    void goodRequired() { String s = sometimes(); Objects.requireNonNull(s); System.out.println(s.trim()); }
    void goodAlways() { System.out.println(always().trim()); }
    void goodOfNull() { System.out.println(ofNull("x").trim()); }
    void goodTwice() { if (sometimes() != null) System.out.println(sometimes().trim()); }
    void goodLoop() { String s; while ((s = sometimes()) != null) System.out.println(s.trim()); }
}
