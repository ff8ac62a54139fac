package io.github.leasewarden.core.stream;

import java.util.function.LongSupplier;

/** Items a second over the last few seconds, however often somebody asks. Thread-safe. */
final class Rate {
    private static final double NANOS = 1e9;
    private static final long LEAST_NANOS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private long since;
    private long countThen;
    private double perSecond;

    Rate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    synchronized double of(long count) {
        long now = nanoTime.getAsLong();
        if (now - since >= LEAST_NANOS) {
            perSecond = (count - countThen) * NANOS / (now - since);
            since = now;
            countThen = count;
        }
        return perSecond;
    }
}
