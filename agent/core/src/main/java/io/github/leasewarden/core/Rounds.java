package io.github.leasewarden.core;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Repeats one round of work until the end is asked for, by the round itself or by somebody else. A round that fails is left out; it never ends the thread. */
final class Rounds {
    private Rounds() {}

    /**
     * Runs on the calling thread.
     *
     * @param ending zero once the end is asked for
     */
    static void run(CountDownLatch ending, long pauseMillis, Runnable round, Consumer<String> tell)
            throws InterruptedException {
        while (!ending.await(pauseMillis, TimeUnit.MILLISECONDS)) {
            try {
                round.run();
            } catch (RuntimeException | Error e) {
                // Error too: memory that is short now is there again later, and nobody else does this work
                tell.accept("a round of " + Thread.currentThread().getName() + " failed and is left out: " + e);
            }
        }
    }
}
