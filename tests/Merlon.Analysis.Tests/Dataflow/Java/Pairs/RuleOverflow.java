package pairs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.SecureRandom;

/** Arithmetic on numbers that nobody held against a limit. */
class RuleOverflow {
    private int held;

    private int read() {
        int data = Integer.MIN_VALUE;
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
            String line = reader.readLine();
            if (line != null) data = Integer.parseInt(line.trim());
        } catch (IOException | NumberFormatException e) {
            System.out.println("no number");
        }
        return data;
    }

    void badAdd() {
        int data = read();
        int result = (int) (data + 1); // finds integer-overflow
        System.out.println("result: " + result);
    }

    void goodAdd() {
        int data = read();
        if (data < Integer.MAX_VALUE) {
            int result = (int) (data + 1);
            System.out.println("result: " + result);
        }
    }

    void badMultiply() {
        int data = read();
        if (data > 0) {
            int result = data * 2; // finds integer-overflow
            System.out.println("result: " + result);
        }
    }

    void goodMultiply() {
        int data = read();
        if (data > 0) {
            if (data < (Integer.MAX_VALUE / 2)) {
                int result = data * 2;
                System.out.println("result: " + result);
            }
        }
    }

    void badSquare() {
        int data = read();
        int result = (int) (data * data); // finds integer-overflow
        System.out.println("result: " + result);
    }

    void goodSquare() {
        int data = read();
        if ((data != Integer.MIN_VALUE) && (Math.abs(data) <= (long) Math.sqrt(Integer.MAX_VALUE))) {
            int result = (int) (data * data);
            System.out.println("result: " + result);
        }
    }

    void badIncrement() {
        int data = read();
        data++; // finds integer-overflow
        System.out.println("result: " + data);
    }

    void goodIncrement() {
        int data = read();
        if (data < Integer.MAX_VALUE) {
            ++data;
            System.out.println("result: " + data);
        }
    }

    void badSmall() {
        byte data = (byte) (new SecureRandom().nextInt(1 + Byte.MAX_VALUE - Byte.MIN_VALUE) + Byte.MIN_VALUE);
        byte result = (byte) (data + 1); // finds integer-overflow
        System.out.println("result: " + result);
    }

    void badSmallest() {
        short data = Short.MAX_VALUE;
        short result = (short) (data * 2); // finds integer-overflow
        System.out.println("result: " + result);
    }

    void goodSmallest() {
        short data = Short.MAX_VALUE;
        if (data < (Short.MAX_VALUE / 2)) {
            short result = (short) (data * 2);
            System.out.println("result: " + result);
        }
    }

    void badGreatest() {
        long data = Long.MAX_VALUE;
        long result = data + 1; // finds integer-overflow
        System.out.println("result: " + result);
    }

    void goodGreatest() {
        long data = 2;
        long result = data + 1;
        System.out.println("result: " + result);
    }

    void goodGreatestSquare() {
        int data = Integer.MAX_VALUE;
        if (Math.abs(data) <= (long) Math.sqrt(Integer.MAX_VALUE)) {
            int result = data * data;
            System.out.println("result: " + result);
        }
    }

    void badField() {
        held = new SecureRandom().nextInt();
        add();
    }

    private void add() {
        int result = held + 1; // finds integer-overflow
        System.out.println("result: " + result);
    }

    void goodCharacters(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) hash = 31 * hash + text.charAt(i);
        System.out.println(hash);
    }
}
