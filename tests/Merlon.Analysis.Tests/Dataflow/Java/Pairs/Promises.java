package pairs;
import java.io.*;
import java.net.*;
import java.sql.*;
import java.util.*;
import javax.servlet.http.*;

/** Locks, resources and objects that are not what others take them for. */
public class Promises {
    private static final String NAME = "lock";
    private static final Boolean FLAG = Boolean.FALSE;
    private final Object own = new Object();
    public final Object shared = new Object();
    private int count;

    void badText() { synchronized (NAME) { count++; } } // finds lock-open-to-others
    void badBoxed() { synchronized (FLAG) { count++; } } // finds lock-open-to-others
    void badPublic() { synchronized (shared) { count++; } } // finds lock-open-to-others
    void badInterned(String name) { synchronized (name.intern()) { count++; } } // finds lock-open-to-others
    void goodOwn() { synchronized (own) { count++; } }

    static class Account {
        private double balance;
        private volatile boolean isOpen;

        synchronized void add(double sum) { balance += sum; isOpen = true; }
        public void bad(double sum) { balance -= sum; } // finds changed-without-lock
        public synchronized void goodMethod(double sum) { balance -= sum; }
        public void goodBlock(double sum) { synchronized (this) { balance -= sum; } }
        public void goodVolatile() { isOpen = false; }
        public void goodLocal(double sum) { double balance = 0; balance -= sum; System.out.println(balance); }
    }

    static class Bad implements Cloneable, Comparable<Bad> {
        @Override public String toString() { return null; } // finds contract-broken
        @Override public Object clone() { try { return super.clone(); } catch (CloneNotSupportedException e) { return null; } } // finds contract-broken
        @Override public boolean equals(Object other) { return true; } // finds contract-broken
        @Override public int compareTo(Bad other) { return 1; } // finds contract-broken
    }

    static class Good implements Cloneable, Comparable<Good> {
        private final int number = 1;
        @Override public String toString() { return ""; }
        @Override public boolean equals(Object other) { return other instanceof Good && ((Good) other).number == number; }
        @Override public int hashCode() { return number; }
        @Override public int compareTo(Good other) { return Integer.compare(number, other.number); }
    }

    void badFlag(int number) {
        boolean isOdd = false;
        if (isOdd == (number % 2 != 0)) System.out.println("odd"); // finds comparison-for-assignment
    }

    void goodFlag(int number) {
        boolean isOdd = false;
        if (number > 3) isOdd = true;
        if (isOdd == (number % 2 != 0)) System.out.println("odd");
    }

    static class Unset {
        private int limit; // finds field-never-set
        private int most;
        private String name;

        Unset(int most) { this.most = most; }
        boolean bad(int value) { return value < limit; }
        boolean good(int value) { return value < most; }
        String handedOut() { return name; }
    }

    void badUnbound() throws IOException {
        ServerSocket server = new ServerSocket();
        try (Socket peer = server.accept()) { peer.getPort(); } // finds used-before-ready
    }

    void goodBound() throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(8080));
        try (Socket peer = server.accept()) { peer.getPort(); }
    }

    void badHandle(String first, String second) throws IOException {
        FileReader reader = new FileReader(first);
        System.out.println(reader.read());
        reader = new FileReader(second); // finds handle-lost
        reader.close();
    }

    void goodHandle(String first, String second) throws IOException {
        FileReader reader = new FileReader(first);
        System.out.println(reader.read());
        reader.close();
        reader = new FileReader(second);
        reader.close();
    }

    void badPrice(HttpServletRequest request, PreparedStatement order) throws SQLException {
        order.setDouble(1, Double.parseDouble(request.getParameter("price"))); // finds fixed-parameter-trusted
    }

    void goodQuantity(HttpServletRequest request, PreparedStatement order) throws SQLException {
        order.setString(1, request.getParameter("note"));
    }

    void badLogin(HttpServletRequest request) throws Exception {
        request.login(request.getParameter("user"), request.getParameter("password")); // finds password-alone
    }
}
