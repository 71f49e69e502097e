class ThreadsStopped {
    private final Object first = new Object();
    private final Object second = new Object();
    private final Object third = new Object();

    void bad() {
        Thread worker = new Thread(() -> System.out.println("x"));
        worker.start();
        worker.stop(); // finds thread-stopped
    }

    void good() {
        Thread worker = new Thread(() -> System.out.println("x"));
        worker.start();
        worker.interrupt();
    }

    void badOrder() {
        new Thread(() -> {
            synchronized (first) {
                synchronized (second) { // finds locks-in-both-orders
                    System.out.println("a");
                }
            }
        }).start();
        new Thread(() -> {
            synchronized (second) {
                synchronized (first) { // finds locks-in-both-orders
                    System.out.println("b");
                }
            }
        }).start();
    }

    void goodOrder() {
        synchronized (third) {
            Runnable later = () -> {
                synchronized (first) {
                    System.out.println("later");
                }
            };
            new Thread(later).start();
        }
        synchronized (first) {
            synchronized (third) {
                System.out.println("now");
            }
        }
    }
}
