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

    // On their way through whatever else holds values.
    interface Giver { String give(); }
    static class Holder<T> { private final T held; Holder(T held) { this.held = held; } T held() { return held; } }
    private static final boolean NEVER = false;
    void badList() { List<String> l = new ArrayList<>(); l.add("x"); l.add(sometimes()); System.out.println(l.get(1).trim()); } // finds null-result-used
    void goodList() { List<String> l = new ArrayList<>(); l.add("x"); l.add(sometimes()); System.out.println(l.get(0).trim()); }
    void badMap() { Map<String, String> m = new HashMap<>(); m.put("a", "x"); m.put("b", sometimes()); System.out.println(m.get("b").trim()); } // finds null-result-used
    void goodMap() { Map<String, String> m = new HashMap<>(); m.put("a", "x"); m.put("b", sometimes()); System.out.println(m.get("a").trim()); }
    void badArray() { String[] a = new String[2]; a[1] = sometimes(); System.out.println(a[1].trim()); } // finds null-result-used
    void goodArray() { String[] a = new String[2]; a[1] = sometimes(); a[1] = "x"; System.out.println(a[1].trim()); }
    void badHolder() { Holder<String> h = new Holder<>(sometimes()); System.out.println(h.held().trim()); } // finds null-result-used
    void goodHolder() { Holder<String> h = new Holder<>(sometimes()); String s = h.held(); if (s != null) System.out.println(s.trim()); }
    void badLambda() { Giver g = () -> sometimes(); System.out.println(g.give().trim()); } // finds null-result-used
    void goodLambda() { Giver g = () -> always(); System.out.println(g.give().trim()); }
    void badCaptured() { String s = sometimes(); Runnable r = () -> System.out.println(s.trim()); r.run(); } // finds null-result-used
    void goodCaptured() { String s = sometimes(); Runnable r = () -> { if (s != null) System.out.println(s.trim()); }; r.run(); }
    private String field;
    void goodField() { field = sometimes(); if (field != null) System.out.println(field.trim()); }
    void goodElement() { String[] a = new String[2]; a[1] = sometimes(); if (a[1] != null) System.out.println(a[1].trim()); }
    void goodDead() { String s = sometimes(); if (NEVER) System.out.println(s.trim()); }
    String chosen(boolean none) { if (none) return null; return "x"; }
    void badChosen() { System.out.println(chosen(random.nextBoolean()).trim()); } // finds null-result-used
    void goodChosen() { System.out.println(chosen(false).trim()); }
    void badChosenNull() { System.out.println(chosen(true).trim()); } // finds null-dereference
    void badOnce() { String s = sometimes(); System.out.println(s.trim()); System.out.println(s.length()); } // finds null-result-used
}
