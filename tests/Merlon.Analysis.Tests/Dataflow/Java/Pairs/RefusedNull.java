import java.util.List;

class RefusedNull {
    static class Row {
        String name() { return "x"; }
        boolean isOpen() { return true; }
    }

    static class Refusal extends RuntimeException { }

    private final List<Row> rows;

    RefusedNull(List<Row> rows) { this.rows = rows; }

    private Row find(String key) {
        for (Row row : rows) if (row.name().equals(key)) return row;
        return null;
    }

    static <T> void must(T given) {
        if (given == null) throw new Refusal();
    }

    static <T> void warn(T given) {
        if (given == null) System.out.println("missing");
    }

    static boolean usable(Row row) {
        return row != null && row.isOpen();
    }

    static boolean unusable(Row row) {
        return row == null || !row.isOpen();
    }

    String bad(String key) {
        Row row = find(key);
        return row.name(); // finds null-result-used
    }

    String badWarned(String key) {
        Row row = find(key);
        warn(row);
        return row.name(); // finds null-result-used
    }

    String badTurned(String key) {
        Row row = find(key);
        if (unusable(row)) return row.name(); // finds null-result-used
        return "";
    }

    String goodRefused(String key) {
        Row row = find(key);
        must(row);
        return row.name();
    }

    String goodAsked(String key) {
        Row row = find(key);
        return usable(row) ? row.name() : "";
    }

    String goodAskedTheOtherWay(String key) {
        Row row = find(key);
        if (unusable(row)) return "";
        return row.name();
    }
}
