package io.github.leasewarden.core.pressure;

import java.util.concurrent.atomic.AtomicInteger;

/** A stream for the gate's tests. */
final class Gated implements Held {
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    final AtomicInteger timedOut = new AtomicInteger();
    volatile long handled;
    volatile boolean drained;
    private final Truce truce = new Truce();
    private final Patience patience = new Patience(System::nanoTime);

    @Override
    public long handled() {
        return handled;
    }

    @Override
    public boolean isDrained() {
        return drained;
    }

    @Override
    public Truce truce() {
        return truce;
    }

    @Override
    public Patience patience() {
        return patience;
    }

    @Override
    public void waitBegins() {
        begun.incrementAndGet();
    }

    @Override
    public void waitEnds(long nanos, boolean tooLong) {
        ended.incrementAndGet();
        if (tooLong) {
            timedOut.incrementAndGet();
        }
    }
}
