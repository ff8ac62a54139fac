package io.github.leasewarden.otlp;

import java.util.function.DoubleSupplier;

/**
 * How long to wait after a failed attempt: from 1 s on twice as long each time, up to a minute, less up to a half by chance, so that the JVMs
 * of a fleet do not come back in step. One thread.
 */
final class Pauses {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long LONGEST_NANOS = 60 * FIRST_NANOS;

    private final DoubleSupplier random;
    private long ceiling = FIRST_NANOS;

    /** @param random numbers from 0 to 1 */
    Pauses(DoubleSupplier random) {
        this.random = random;
    }

    long nextNanos() {
        long pause = (long) (ceiling * (1 - random.getAsDouble() / 2));
        ceiling = Math.min(LONGEST_NANOS, 2 * ceiling);
        return pause;
    }

    /** After a success. */
    void reset() {
        ceiling = FIRST_NANOS;
    }
}
