package pairs;

/** What is null on every way to its use. */
class RuleNull {
    private String held;

    void bad() {
        String data = null;
        System.out.println(data.length()); // finds null-dereference
    }

    void good() {
        String data = null;
        if (data != null) System.out.println(data.length());
        data = "text";
        System.out.println(data.length());
    }

    void badField() {
        held = null;
        System.out.println(held.trim()); // finds null-dereference
    }

    void badArray() {
        int[] data = source();
        System.out.println(data.length); // finds null-dereference
    }

    private int[] source() {
        return null;
    }

    void badBranch(String text) {
        if (text == null) {
            System.out.println(text.length()); // finds null-dereference
        }
    }

    void goodBranch(String text) {
        if (text == null) text = "";
        System.out.println(text.length());
    }

    void badResult() {
        String data = System.getProperty("some.name");
        if (data.equals("value")) System.out.println("equal"); // finds unchecked-null-result
    }

    void goodResult() {
        String data = System.getProperty("some.name");
        if ("value".equals(data)) System.out.println("equal");
        if (data != null && data.equals("value")) System.out.println("equal");
    }

    void goodTwice() {
        String data = System.getProperty("some.name");
        if (data == null) return;
        System.out.println(data.trim().length());
    }
}
