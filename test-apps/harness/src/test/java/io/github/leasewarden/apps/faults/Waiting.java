package io.github.leasewarden.apps.faults;

import java.util.function.BooleanSupplier;

/** For programs: waits for what must come, but not for ever. */
final class Waiting {
    private static final long MOST_MILLIS = 90_000;

    private Waiting() {}

    static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }
}
