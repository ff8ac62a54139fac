package io.github.leasewarden.core.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** At most one at a time, and not too often. Whoever comes second is refused, not queued. Thread-safe. */
public final class SingleFlight {
    /** What is done; may take long. */
    @FunctionalInterface
    public interface Action {
        Reply run() throws Problem;
    }

    private final Semaphore free = new Semaphore(1);

    /**
     * Runs it, unless another runs.
     *
     * @throws Problem 429 if another runs, or what the action throws
     */
    public Reply run(Action action) throws Problem {
        if (!free.tryAcquire()) {
            throw Problem.retryAfter(Duration.ofSeconds(5), "one of these is under way; ask again when it is done");
        }
        try {
            return action.run();
        } finally {
            free.release();
        }
    }

    /** Least time between two. Thread-safe. */
    public static final class Spacing {
        private final Duration least;
        private final LongSupplier nanoTime;
        private boolean ever;
        private long last;

        /** @param nanoTime {@link System#nanoTime} */
        public Spacing(Duration least, LongSupplier nanoTime) {
            this.least = least;
            this.nanoTime = nanoTime;
        }

        /**
         * Counts as done from now on.
         *
         * @throws Problem 429 if the last one is too recent
         */
        public synchronized void take(String what) throws Problem {
            long now = nanoTime.getAsLong();
            Duration left = least.minusNanos(now - last);
            if (ever && !left.isNegative() && !left.isZero()) {
                throw Problem.retryAfter(left, what + " at most once in " + least.toSeconds() + " s");
            }
            ever = true;
            last = now;
        }
    }
}
