package io.github.leasewarden.core.reconnect;

import java.util.function.DoubleSupplier;

/**
 * How long to wait after a failed connect: exponential, with full jitter, up to a cap. Full jitter means anything between nothing and the
 * ceiling, so that many clients of one endpoint do not come back in step.
 */
final class Backoff {
    /** The first ceiling. */
    static final long FIRST_NANOS = 500_000_000L;

    private static final int MOST_DOUBLINGS = 30;

    private final long capNanos;
    private final DoubleSupplier random;

    /** @param random numbers from 0 (inclusive) to 1 */
    Backoff(long capNanos, DoubleSupplier random) {
        this.capNanos = capNanos;
        this.random = random;
    }

    /** The longest delay of a level, 0 for the first. */
    long ceilingNanos(int level) {
        return Math.min(capNanos, FIRST_NANOS << Math.min(MOST_DOUBLINGS, level));
    }

    /** A delay of a level. */
    long delayNanos(int level) {
        return (long) (random.getAsDouble() * ceilingNanos(level));
    }

    long capNanos() {
        return capNanos;
    }
}
