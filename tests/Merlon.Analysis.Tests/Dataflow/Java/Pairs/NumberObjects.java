import java.math.BigDecimal;

class NumberObjects {
    boolean bad(Integer one, Integer two) {
        return one == two; // finds number-compared-by-reference
    }

    boolean badDecimal(BigDecimal one, BigDecimal two) {
        return one != two; // finds number-compared-by-reference
    }

    boolean goodUnboxed(Integer one, int two) {
        return one == two;
    }

    boolean goodNull(Integer one) {
        return one == null;
    }

    boolean good(Integer one, Integer two) {
        return one.equals(two);
    }
}
