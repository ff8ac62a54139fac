package io.github.leasewarden.core.stream;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * So many handlers of a stream at once, others wait their turn in order of arrival, for a bounded time. Handlers that never return must
 * not stop all others: when a wait was in vain and none returned meanwhile, the limit is off until one does. Thread-safe.
 */
final class Limiter {
    private final int limit;
    private final long maxWaitNanos;
    private final boolean enforced;
    private final Consumer<String> tell;
    private final Semaphore permits;
    private final AtomicLong returned = new AtomicLong();
    private final AtomicLong beyond = new AtomicLong();
    private volatile boolean stuck;

    /**
     * @param limit at least 1
     * @param maxWaitNanos the longest wait; 0 for none
     * @param enforced false to count only
     * @param tell told once when the limit is off because no handler returns
     */
    Limiter(int limit, long maxWaitNanos, boolean enforced, Consumer<String> tell) {
        this.limit = limit;
        this.maxWaitNanos = maxWaitNanos;
        this.enforced = enforced && maxWaitNanos > 0;
        this.tell = tell;
        this.permits = new Semaphore(limit, true);
    }

    /**
     * Waits for its turn.
     *
     * @return whether it is one of those within the limit; {@link #leave} must follow then
     */
    boolean enter(StreamState stream, @Nullable Object handler) {
        try {
            if (permits.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (enforced && !stuck && stream.patience().allowsWait(handler)) {
                return await(stream);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        beyond.incrementAndGet();
        return false;
    }

    private boolean await(StreamState stream) throws InterruptedException {
        long before = returned.get();
        long start = System.nanoTime();
        boolean turn = false;
        stream.waitBegins();
        try {
            turn = permits.tryAcquire(maxWaitNanos, TimeUnit.NANOSECONDS);
        } finally {
            stream.waitEnds(System.nanoTime() - start, !turn);
        }
        if (!turn) {
            beyond.incrementAndGet();
            if (returned.get() == before && !stuck) {
                stuck = true;
                tell.accept("rule " + stream.rule() + ": none of the " + limit
                        + " handlers that run returned within " + TimeUnit.NANOSECONDS.toMillis(maxWaitNanos)
                        + " ms; their limit is off until one does");
            }
        }
        return turn;
    }

    void leave() {
        returned.incrementAndGet();
        stuck = false;
        permits.release();
    }

    /** Calls that ran although the limit was reached. */
    long beyond() {
        return beyond.get();
    }
}
