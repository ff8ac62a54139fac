package io.github.leasewarden.core.pressure;

import java.util.function.LongSupplier;

/**
 * Waiting that made no room is not repeated at once: the source goes on for as long as it waited, twice as long the next time, up to
 * sixteen times. A heap that is full of something else must not bring a stream to a standstill. Thread-safe; races cost a wait at most.
 */
public final class Truce {
    private static final int MOST = 16;

    private volatile long until;
    private volatile boolean declared;
    private volatile int times = 1;

    /** The same, and the clock is read only if need be: reading it takes longer than all the rest of a decision. */
    boolean holds(LongSupplier nanoTime) {
        return declared && holds(nanoTime.getAsLong());
    }

    /** Whether its source goes on unhindered. */
    boolean holds(long now) {
        if (declared && now - until >= 0) {
            declared = false;
        }
        return declared;
    }

    /** Waiting so long was in vain; of several threads that found out at once, one counts. */
    synchronized void declare(long now, long waitedNanos) {
        if (holds(now)) {
            return;
        }
        until = now + times * waitedNanos;
        times = Math.min(MOST, times * 2);
        declared = true;
    }

    /** Waiting helped. */
    synchronized void forget() {
        times = 1;
    }
}
