package io.github.leasewarden.core.lease;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits what opening stacks may cost: 0.3 % of one core, saved up for at most {@value #SAVED_SECONDS} seconds so that start-up, when most
 * long-lived leases are opened, is fully attributed. Thread-safe, lock-free.
 */
final class StackBudget {
    private static final long NANOS_PER_SECOND = 3_000_000;
    private static final long MOST_NANOS_EACH = 50_000;
    private static final int SAVED_SECONDS = 20;

    private final AtomicLong nanosLeft = new AtomicLong(NANOS_PER_SECOND * SAVED_SECONDS);
    private final AtomicLong captures = new AtomicLong();

    private volatile boolean lifted;

    /** Whether a stack may be taken now. A plain read: an overdraft by concurrent callers is repaid before the next one. */
    boolean allows() {
        return nanosLeft.get() > 0 || lifted;
    }

    /** From now on every opening stack is taken: a test that fails must name its line. */
    void lift() {
        lifted = true;
    }

    void spent(long nanos) {
        // a cold or preempted capture says nothing about the cost of the next one
        nanosLeft.addAndGet(-Math.min(nanos, MOST_NANOS_EACH));
        captures.incrementAndGet();
    }

    /** Adds what a span of time earns. */
    void earn(long elapsedNanos) {
        long earned = elapsedNanos / 1000 * NANOS_PER_SECOND / 1_000_000;
        long left = nanosLeft.get();
        long most = NANOS_PER_SECOND * SAVED_SECONDS;
        // losing a concurrent overdraft here would let the budget leak, so add rather than set
        nanosLeft.addAndGet(Math.min(earned, Math.max(0, most - left)));
    }

    long captures() {
        return captures.get();
    }
}
