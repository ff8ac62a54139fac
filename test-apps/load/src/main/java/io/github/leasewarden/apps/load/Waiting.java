package io.github.leasewarden.apps.load;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on other threads. */
final class Waiting {
    private Waiting() {}

    /** @throws IllegalStateException with what is missing, if the condition does not hold in time */
    static void until(BooleanSupplier condition, long nanos, Supplier<String> missing) throws InterruptedException {
        if (!holds(condition, nanos)) {
            throw new IllegalStateException(missing.get() + " after " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s");
        }
    }

    static boolean holds(BooleanSupplier condition, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > nanos) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
