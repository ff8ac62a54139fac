package io.github.leasewarden.core.reconnect;

import io.github.leasewarden.core.pressure.Patience;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Lets a thread wait before it connects during a storm. The wait ends early when somebody else got through, when the thread is
 * interrupted (its status is kept), when the agent is switched off and when the JVM exits. Thread-safe.
 */
final class Delay {
    /** Lets time pass. */
    interface Pause {
        void nanos(long nanos) throws InterruptedException;
    }

    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Patience patience;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final BooleanSupplier inForce;
    private volatile boolean closed;

    /** @param inForce false once the agent is switched off */
    Delay(LongSupplier nanoTime, Pause pause, BooleanSupplier inForce) {
        this.patience = new Patience(nanoTime);
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.inForce = inForce;
    }

    void before(Endpoint endpoint, Object client) {
        long start = nanoTime.getAsLong();
        long delay = endpoint.delayNanos(start);
        if (delay <= 0) {
            return;
        }
        // a worker of a fork-join pool, like an event loop's thread, has others' work to do
        if (Thread.currentThread() instanceof ForkJoinWorkerThread || !patience.allowsWait(client)) {
            endpoint.exempted();
            return;
        }
        endpoint.waitBegins();
        try {
            long left = delay;
            while (left > 0 && !closed && inForce.getAsBoolean() && endpoint.isStorming()) {
                pause.nanos(Math.min(left, SLICE_NANOS));
                left = start + delay - nanoTime.getAsLong();
            }
        } catch (InterruptedException e) {
            // the application wants this thread for something else
            Thread.currentThread().interrupt();
        } finally {
            endpoint.waitEnds(nanoTime.getAsLong() - start);
        }
    }

    /** Lets everybody go, for good. */
    void close() {
        closed = true;
    }
}
