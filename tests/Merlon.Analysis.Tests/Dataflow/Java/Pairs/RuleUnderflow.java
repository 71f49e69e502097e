package pairs;

import java.util.Random;

/** Arithmetic that can fall below the least number of its type. */
class RuleUnderflow {
    void badSubtract() {
        int data = Integer.parseInt(System.getenv("COUNT"));
        int result = data - 1; // finds integer-underflow
        System.out.println(result);
    }

    void goodSubtract() {
        int data = Integer.parseInt(System.getenv("COUNT"));
        if (data > Integer.MIN_VALUE) {
            int result = data - 1;
            System.out.println(result);
        }
    }

    void badMultiply() {
        long data = new Random().nextLong(); // finds insecure-random
        if (data < 0) {
            long result = data * 2; // finds integer-underflow
            System.out.println(result);
        }
    }

    void goodMultiply() {
        int data = Integer.parseInt(System.getenv("COUNT"));
        if (data < 0) {
            if (data > (Integer.MIN_VALUE / 2)) {
                int result = data * 2;
                System.out.println(result);
            }
        }
    }

    void badDecrement() {
        byte data = Byte.MIN_VALUE;
        data--; // finds integer-underflow
        System.out.println(data);
    }

    void goodDecrement() {
        byte data = Byte.MIN_VALUE;
        if (data > Byte.MIN_VALUE) --data;
        System.out.println(data);
    }
}
