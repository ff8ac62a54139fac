package io.github.leasewarden.core.lease;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lease time in ticks of 100 ms. Hooks read it with one volatile read instead of calling {@link System#nanoTime()}.
 *
 * <p>It does not count time in which this JVM did not run: a tick that comes more than {@value #LATE_TICKS} ticks late (a suspended laptop,
 * SIGSTOP, a very long pause) advances it by {@value #LATE_TICKS} only, so that nothing looks idle because the world stood still.
 * Advanced by one thread, read by any.
 */
public final class CoarseClock {
    /** Length of a tick in nanoseconds. */
    public static final long TICK_NANOS = 100_000_000L;

    private static final int LATE_TICKS = 5;

    private final LongSupplier nanoTime;
    private final long start;
    private long lastTick;
    private volatile int now = 1;

    /** @param nanoTime {@link System#nanoTime()}, or a test's */
    public CoarseClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastTick = start;
    }

    /** Ticks of lease time since start, from 1. */
    public int now() {
        return now;
    }

    /** Nanoseconds of real time since start. */
    public long uptimeNanos() {
        return nanoTime.getAsLong() - start;
    }

    /** Catches up with real time; returns how many ticks were granted as grace because this call came late. */
    public int advance() {
        long elapsed = (nanoTime.getAsLong() - lastTick) / TICK_NANOS;
        if (elapsed <= 0) {
            return 0;
        }
        lastTick += elapsed * TICK_NANOS;
        int counted = (int) Math.min(elapsed, LATE_TICKS);
        now += counted;
        return (int) Math.min(elapsed - counted, Integer.MAX_VALUE);
    }

    /** Ticks in a duration, at least 1. */
    public static int ticks(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 4, duration.toMillis() / 100));
    }

    /** Seconds in a number of ticks. */
    public static double seconds(int ticks) {
        return ticks / 10.0;
    }
}
