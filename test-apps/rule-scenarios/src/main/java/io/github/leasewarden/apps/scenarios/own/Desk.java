package io.github.leasewarden.apps.scenarios.own;

import java.util.concurrent.atomic.AtomicInteger;

/** A resource no library rule knows. */
public class Desk implements AutoCloseable {
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private boolean closed;

    public Desk() {
        TAKEN.incrementAndGet();
    }

    static int taken() {
        return TAKEN.get();
    }

    public synchronized void work() {
        if (closed) {
            throw new IllegalStateException("the desk was given back");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            TAKEN.decrementAndGet();
        }
    }
}
