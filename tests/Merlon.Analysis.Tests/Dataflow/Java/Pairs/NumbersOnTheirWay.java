package pairs;
import java.io.*;
import java.util.*;
import java.net.*;
import java.sql.*;
public class NumbersOnTheirWay {
    private static final boolean PRIVATE_TRUE = true;
    private boolean privateFalse = false;
    private int privateFive = 5;
    public static int shared;
    private boolean returnsTrue() { return true; }
    private int source() throws Throwable {
        int data = Integer.MIN_VALUE;
        Socket socket = null; BufferedReader r = null; InputStreamReader is = null;
        try {
            socket = new Socket("host.example.org", 39544);
            is = new InputStreamReader(socket.getInputStream(), "UTF-8");
            r = new BufferedReader(is);
            String s = r.readLine();
            if (s != null) { try { data = Integer.parseInt(s.trim()); } catch (NumberFormatException e) { System.out.println(e); } }
        } catch (IOException e) { System.out.println(e);
        } finally {
            try { if (r != null) { r.close(); } } catch (IOException e) { System.out.println(e); }
            try { if (is != null) { is.close(); } } catch (IOException e) { System.out.println(e); }
        }
        return data;
    }
    void badSwitch() throws Throwable {
        int data;
        switch (6) { case 6: data = source(); break; default: data = 0; break; }
        System.out.println(data + 1); // finds integer-overflow
    }
    void goodSwitch() throws Throwable {
        int data;
        switch (5) { case 6: data = 0; System.out.println("x"); break; default: data = 2; break; }
        System.out.println(data + 1);
    }
    void badWhile() throws Throwable {
        int data;
        while (true) { data = source(); break; }
        while (true) { System.out.println(data - 1); break; } // finds integer-underflow
    }
    void goodWhile() throws Throwable {
        int data;
        while (true) { data = source(); break; }
        while (true) { if (data > Integer.MIN_VALUE) { System.out.println(data - 1); } else { System.out.println("no"); } break; }
    }
    void badFor() throws Throwable {
        int data;
        for (int i = 0; i < 1; i++) { data = source(); shared = data; }
        other(); 
    }
    private void other() { int data = shared; System.out.println(data * 2); } // finds integer-overflow
    void badFive() throws Throwable {
        int data;
        if (privateFive == 5) { data = source(); } else { data = 0; }
        if (privateFive == 5) { System.out.println(100 / data); } // finds division-by-zero
    }
    void goodFive() throws Throwable {
        int data;
        if (privateFive == 5) { data = source(); } else { data = 0; }
        if (privateFive != 5) { System.out.println("benign"); } else { if (data != 0) { System.out.println(100 / data); } }
    }
    void goodMethod() throws Throwable {
        int data;
        if (returnsTrue()) { data = 2; } else { data = source(); }
        System.out.println(data + 1);
    }
    void badVector() throws Throwable {
        int data = source();
        Vector<Integer> v = new Vector<Integer>(5);
        v.add(0, data); v.add(1, data); v.add(2, data);
        sink(v);
    }
    private void sink(Vector<Integer> v) { int data = v.remove(2); System.out.println(data + 1); } // finds integer-overflow
    void badMap() throws Throwable {
        int data = source();
        HashMap<Integer, Integer> m = new HashMap<Integer, Integer>();
        m.put(0, data); m.put(1, data); m.put(2, data);
        int copy = m.get(2);
        System.out.println(copy + 1); // finds integer-overflow
    }
    void badArray() throws Throwable {
        int data = source();
        int[] array = new int[5];
        array[2] = data;
        int got = array[2];
        System.out.println(got * got); // finds integer-overflow
    }
    void badSerial() throws Throwable {
        int data = source();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObjectOutput oo = new ObjectOutputStream(out);
        oo.writeObject(data);
        byte[] bytes = out.toByteArray();
        oo.close();
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes));
        int copy = (Integer) in.readObject();
        in.close();
        System.out.println(copy + 1); // finds integer-overflow
    }
    static class Container { public int containerOne; }
    void badContainer() throws Throwable {
        Container c = new Container(); c.containerOne = source();
        Container d = c;
        int data = d.containerOne;
        System.out.println(data + 1); // finds integer-overflow
    }
    abstract static class Base { abstract void action(int data) throws Throwable; }
    static class Derived extends Base { void action(int data) throws Throwable { System.out.println(data + 1); } } // finds integer-overflow
    void badAbstract() throws Throwable { Base b = new Derived(); b.action(source()); }
    void badProperties() throws Throwable {
        int data = Integer.MIN_VALUE;
        Properties properties = new Properties(); FileInputStream in = null;
        try { in = new FileInputStream("../common/config.properties"); properties.load(in);
            String s = properties.getProperty("data");
            if (s != null) { try { data = Integer.parseInt(s.trim()); } catch (NumberFormatException e) { } }
        } catch (IOException e) { System.out.println(e); }
        int[] array = { 0, 1, 2, 3, 4 };
        if (data < array.length) { System.out.println(array[data]); } else { System.out.println("out"); } // finds unchecked-index
    }
    void badDatabase() throws Throwable {
        int data = Integer.MIN_VALUE;
        Connection c = null; PreparedStatement p = null; ResultSet rs = null;
        try { c = DriverManager.getConnection("url"); p = c.prepareStatement("select name from users where id=0"); rs = p.executeQuery();
            String s = rs.getString(1);
            try { data = Integer.parseInt(s.trim()); } catch (NumberFormatException e) { }
        } catch (SQLException e) { System.out.println(e); }
        short s = (short) data; // finds numeric-truncation
        System.out.println(s);
    }
    void badUrl() throws Throwable {
        int data = Integer.MIN_VALUE;
        URLConnection u = (new URL("http://www.example.org/")).openConnection();
        BufferedReader b = null;
        try { b = new BufferedReader(new InputStreamReader(u.getInputStream(), "UTF-8")); String s = b.readLine();
            if (s != null) { try { data = Integer.parseInt(s.trim()); } catch (NumberFormatException e) { } } } catch (IOException e) { }
        ArrayList list = new ArrayList(data); // finds uncontrolled-allocation
    }
    void badListen() throws Throwable {
        int data = Integer.MIN_VALUE;
        ServerSocket l = new ServerSocket(39543); Socket s = l.accept();
        BufferedReader b = new BufferedReader(new InputStreamReader(s.getInputStream(), "UTF-8"));
        String t = b.readLine();
        if (t != null) data = Integer.parseInt(t.trim());
        for (int i = 0; i < data; i++) { System.out.println("x"); } // finds unchecked-loop-bound
    }
    void badFile() throws Throwable {
        int data = Integer.MIN_VALUE;
        File file = new File("C:\\data.txt");
        FileInputStream f = new FileInputStream(file); InputStreamReader ir = new InputStreamReader(f, "UTF-8"); BufferedReader b = new BufferedReader(ir);
        String t = b.readLine();
        if (t != null) data = Integer.parseInt(t.trim());
        Thread.sleep(data); // finds resource-exhaustion
        data--; // finds integer-underflow
    }
    private boolean badPrivate = false;
    private void badSink(int data) { if (badPrivate) { int result = (int) (data * data); System.out.println(result); } } // finds integer-overflow
    void badFlag() throws Throwable { int data = source(); badPrivate = true; badSink(data); }
    private boolean goodPrivate = false;
    private void goodSink(int data) { if (goodPrivate) { System.out.println("benign"); } else { if (data < Integer.MAX_VALUE) { int result = data + 1; System.out.println(result); } } }
    void goodFlag() throws Throwable { int data = source(); goodPrivate = false; goodSink(data); }
    void badByte() { byte data = Byte.MAX_VALUE; if (data > 0) { byte result = (byte) (data * 2); System.out.println(result); } } // finds integer-overflow
    void goodInit() { int data; data = 0; data = 2; if (data < Integer.MAX_VALUE / 2) System.out.println(data * 2); }
    void badMin() { long data = Long.MIN_VALUE; if (data < 0) { long r = (long) (data * 2); System.out.println(r); } } // finds integer-underflow
    void badRandomIndex() { int data = (new java.security.SecureRandom()).nextInt(); int[] a = {1,2}; if (data >= 0) { System.out.println(a[data]); } } // finds unchecked-index
    void badTokens(javax.servlet.http.HttpServletRequest request) { int data = Integer.MIN_VALUE;
        StringTokenizer t = new StringTokenizer(request.getQueryString(), "&");
        while (t.hasMoreTokens()) { String k = t.nextToken(); if (k.startsWith("id=")) { try { data = Integer.parseInt(k.substring(3)); } catch (NumberFormatException e) { } break; } }
        System.out.println(100 % data); // finds division-by-zero
    }
    void badCookies(javax.servlet.http.HttpServletRequest request) { int data = Integer.MIN_VALUE;
        javax.servlet.http.Cookie[] cs = request.getCookies();
        if (cs != null) { try { data = Integer.parseInt(cs[0].getValue()); } catch (NumberFormatException e) { } }
        int r = --data; System.out.println(r); // finds integer-underflow
    }
    void badZeroDeep() { int data = 0; first(data); }
    void goodZeroDeep() { int data = 2; firstToo(data); }
    private void first(int data) { second(data); }
    private void second(int data) { System.out.println(100 % data); } // finds division-by-zero
    private void firstToo(int data) { secondToo(data); }
    private void secondToo(int data) { System.out.println(100 % data); }
    void badNegative() { int data = -1; int[] a = { 1, 2 }; if (data < a.length) { System.out.println(a[data]); } } // finds unchecked-index
    void goodNegative() { int data = -1; int[] a = { 1, 2 }; if (data >= 0) { System.out.println(a[data]); } }
    void badCharacter() { char data = Character.MAX_VALUE; char next = (char) (data + 1); System.out.println(next); } // finds integer-overflow
    void goodCharacter() { char data = 'a'; char next = (char) (data + 1); System.out.println(next); }
    private int most() { int data; System.out.println("most"); data = Integer.MAX_VALUE; System.out.println("given"); return data; }
    private int mostOfAll() { int data = most(); System.out.println("again"); return data; }
    private int few() { int data; System.out.println("few"); data = 3; System.out.println("given"); return data; }
    private int fewOfAll() { int data = few(); System.out.println("again"); return data; }
    void badGiven() { int data = mostOfAll(); System.out.println(data + 1); } // finds integer-overflow
    void goodGiven() { int data = fewOfAll(); System.out.println(data + 1); }
    void badCaptured() { final int data = 0; Runnable r = new Runnable() { public void run() { System.out.println(100 / data); } }; r.run(); } // finds division-by-zero
    void goodCaptured(List<Runnable> later, final int data) { later.add(new Runnable() { public void run() { System.out.println(100 / data); } }); }
}
