package io.github.leasewarden.core.pressure;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Collections asked for because sources wait: while all of them do, hardly anything allocates, so nothing collects, and nobody would
 * learn that the heap has room again. At most one in the set time, and at most a twentieth of all time. Thread-safe; never blocks.
 */
final class CollectionRequests {
    private static final int TIMES_ITS_LENGTH = 19;
    private final @Nullable Duration between;
    private final Runnable collect;
    private final Executor agentThread;
    private final LongSupplier nanoTime;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong asked = new AtomicLong();

    private volatile long notBefore;
    private volatile boolean impossible;

    /**
     * @param between least time between two, or null for none at all
     * @param collect asks for one; returns when it is over
     * @param agentThread where to ask
     */
    CollectionRequests(@Nullable Duration between, Runnable collect, Executor agentThread, LongSupplier nanoTime) {
        this.between = between;
        this.collect = collect;
        this.agentThread = agentThread;
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
    }

    /** Asks for a collection if one is due and none is under way. */
    void ask() {
        Duration gap = between;
        if (gap == null || impossible || nanoTime.getAsLong() - notBefore < 0 || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            agentThread.execute(() -> collect(gap));
        } catch (RuntimeException | Error noThread) {
            // the heap is too full even for a thread: readings go stale then, and the gate opens
            impossible = true;
            running.set(false);
        }
    }

    private void collect(Duration gap) {
        long start = nanoTime.getAsLong();
        try {
            collect.run();
            asked.incrementAndGet();
        } finally {
            long end = nanoTime.getAsLong();
            notBefore = end + Math.max(gap.toNanos(), TIMES_ITS_LENGTH * (end - start));
            running.set(false);
        }
    }

    /** Whether asking leads to anything. */
    boolean arePossible() {
        return between != null && !impossible;
    }

    long asked() {
        return asked.get();
    }
}
