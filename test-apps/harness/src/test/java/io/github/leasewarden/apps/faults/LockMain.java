package io.github.leasewarden.apps.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * Opens resources while it holds the lock that their {@code close} needs, and lets the agent close them meanwhile. Argument: rounds.
 */
public final class LockMain {
    private static final Object LOCK = new Object();

    private LockMain() {}

    /** Closed under the application's lock. */
    public static final class Guarded extends Thing {
        @Override
        public void close() {
            synchronized (LOCK) {
                super.close();
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        List<Thing> forgotten = new ArrayList<>();
        int rounds = Integer.parseInt(args[0]);
        for (int i = 0; i < rounds; i++) {
            synchronized (LOCK) {
                Thing used = new Guarded();
                used.use();
                forgotten.add(new Guarded());
                used.close();
            }
            if (i % 10 == 0) {
                Thread.sleep(1);
            }
        }
        System.out.println("rounds: " + rounds);
        Waiting.until(() -> forgotten.stream().anyMatch(Thing::isClosed));
        System.out.println("closed by the agent: " + forgotten.stream().anyMatch(Thing::isClosed));
    }
}
