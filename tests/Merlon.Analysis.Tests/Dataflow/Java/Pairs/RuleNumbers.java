package pairs;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Divisors, indices, casts, lengths and limits of loops from outside. */
class RuleNumbers extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        int data = Integer.parseInt(request.getParameter("n"));
        divide(data);
        index(data);
        cast(data);
        repeat(data);
        allocate(data);
        fractions(Float.parseFloat(request.getParameter("f")));
    }

    private void divide(int data) {
        System.out.println(100 / data); // finds division-by-zero
        System.out.println(100 % data); // finds division-by-zero
        if (data != 0) System.out.println(100 / data);
        if (data == 0) System.out.println("zero");
        else System.out.println(100 % data);
    }

    private void fractions(float data) {
        int result = (int) (100.0 / data); // finds division-by-zero, inexact-conversion
        if (Math.abs(data) > 0.000001) {
            int good = (int) (100.0 / data); // finds inexact-conversion
            System.out.println(good);
        }
        if (data > 0.01 && data < 100) System.out.println((int) data);
    }

    private void index(int data) {
        int[] array = {0, 1, 2, 3, 4};
        System.out.println(array[data]); // finds unchecked-index
        if (data >= 0) System.out.println(array[data]); // finds unchecked-index
        if (data < array.length) array[data] = 42; // finds unchecked-index
        if (data >= 0 && data < array.length) array[data] = 42;
    }

    private void cast(int data) {
        System.out.println((byte) data); // finds numeric-truncation
        System.out.println((short) data); // finds numeric-truncation
        if (data >= Byte.MIN_VALUE && data <= Byte.MAX_VALUE) System.out.println((byte) data);
        System.out.println((byte) (data & 0x7f));
    }

    private void repeat(int data) {
        int i = 0;
        for (i = 0; i < data; i++) { // finds unchecked-loop-bound
            System.out.println("again");
        }
        if (data > 0 && data <= 20) {
            for (i = 0; i < data; i++) {
                System.out.println("again");
            }
        }
    }

    private void allocate(int data) {
        if (data >= 0) {
            int[] array = new int[data]; // finds uncontrolled-allocation
            array[0] = 5; // finds index-of-empty-array
            System.out.println(array[0]);
        }
        if (data > 0 && data < 100) {
            int[] array = new int[data];
            array[0] = 5;
            System.out.println(array[0]);
        }
    }

    void badZero() {
        int data = 0;
        System.out.println(100 / data); // finds division-by-zero
    }

    void goodZero() {
        int data = 7;
        System.out.println(100 / data);
        data = 0;
        if (data != 0) System.out.println(100 / data);
    }
}
