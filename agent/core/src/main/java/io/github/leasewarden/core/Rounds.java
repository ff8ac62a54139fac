package io.github.leasewarden.core;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Repeats one round of work until it was the last or the end is asked for. A round that fails is left out; it never ends the thread. */
final class Rounds {
    private Rounds() {}

    /**
     * Runs on the calling thread.
     *
     * @param ending zero once the end is asked for
     * @param round returns whether it was the last
     */
    static void run(CountDownLatch ending, long pauseMillis, BooleanSupplier round, Consumer<String> tell)
            throws InterruptedException {
        while (!ending.await(pauseMillis, TimeUnit.MILLISECONDS)) {
            try {
                if (round.getAsBoolean()) {
                    return;
                }
            } catch (RuntimeException | Error e) {
                // Error too: memory that is short now is there again later, and nobody else does this work
                tell.accept("a round of the watching thread failed and is left out: " + e);
            }
        }
    }
}
