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

    /** @param failures how many connects failed since the storm began, 0 for the first delay */
    long delayNanos(long failures) {
        long ceiling = Math.min(capNanos, FIRST_NANOS << Math.min(MOST_DOUBLINGS, failures));
        return (long) (random.getAsDouble() * ceiling);
    }

    long capNanos() {
        return capNanos;
    }
}
