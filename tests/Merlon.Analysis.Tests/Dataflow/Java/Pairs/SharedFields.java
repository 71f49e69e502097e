package pairs;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Fields that several threads count up. */
public class SharedFields {
    static int total;
    static int guarded;
    static final AtomicInteger atomic = new AtomicInteger();
    static final ReentrantLock lock = new ReentrantLock();
    int own;

    static void up() { for (int i = 0; i < 100; i++) total = total + 1; } // finds shared-without-lock
    static void upGuarded() { lock.lock(); try { guarded = guarded + 1; } finally { lock.unlock(); } }

    public void bad() {
        new Thread(new Runnable() { public void run() { up(); } }).start();
        new Thread(new Runnable() { public void run() { up(); } }).start();
    }
    public void good() {
        new Thread(new Runnable() { public void run() { upGuarded(); } }).start();
        new Thread(new Runnable() { public void run() { upGuarded(); } }).start();
    }
    class Worker implements Runnable { public void run() { own++; } } // finds shared-without-lock
    class Careful implements Runnable { int steps; public void run() { steps++; synchronized (SharedFields.this) { own++; } atomic.incrementAndGet(); } }
    public void badLambda(ExecutorService pool) { for (int i = 0; i < 3; i++) pool.submit(() -> own += 2); } // finds shared-without-lock
    public void goodLambda(ExecutorService pool) { for (int i = 0; i < 3; i++) pool.submit(() -> { int mine = 0; mine += 2; return mine; }); }
}
