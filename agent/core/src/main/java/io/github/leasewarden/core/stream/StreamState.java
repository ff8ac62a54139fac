package io.github.leasewarden.core.stream;

import io.github.leasewarden.core.pressure.Held;
import io.github.leasewarden.core.pressure.Patience;
import io.github.leasewarden.core.pressure.Truce;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is known of one stream: all sources and handlers of one rule. Thread-safe. */
final class StreamState implements Held {
    private final String rule;
    private final boolean observed;
    private final boolean hasSource;
    private final boolean hasHandler;
    private final Rate rate;
    private final Truce truce = new Truce();
    private final Patience patience;

    final LongAdder emitted = new LongAdder();
    final LongAdder succeeded = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder isolated = new LongAdder();
    final LongAdder exempt = new LongAdder();
    final LongAdder wouldWait = new LongAdder();
    final Failures failures;
    /** How deep the thread is in gated methods of this stream, which one item may pass several of; and how many items it emitted. */
    final ThreadLocal<int[]> gateDepth = new ThreadLocal<>();

    /** How deep it is in handler methods. */
    final ThreadLocal<int[]> handlerDepth = new ThreadLocal<>();

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong timedOut = new AtomicLong();
    private final AtomicLong throttledNanos = new AtomicLong();
    private volatile long total = -1;

    /** @param observed whether waits are only counted */
    StreamState(
            String rule, boolean observed, boolean hasSource, boolean hasHandler, LongSupplier nanoTime, Clock clock) {
        this.rule = rule;
        this.observed = observed;
        this.hasSource = hasSource;
        this.hasHandler = hasHandler;
        this.rate = new Rate(nanoTime);
        this.patience = new Patience(nanoTime);
        this.failures = new Failures(clock);
    }

    String rule() {
        return rule;
    }

    boolean isObserved() {
        return observed;
    }

    boolean wasSeen() {
        return emitted.sum() + handled() > 0 || total >= 0;
    }

    void total(long items) {
        total = items;
    }

    @Override
    public long handled() {
        return succeeded.sum() + failed.sum();
    }

    @Override
    public boolean isDrained() {
        return hasHandler && handled() >= emitted.sum();
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
        waiting.incrementAndGet();
    }

    @Override
    public void waitEnds(long nanos, boolean tooLong) {
        waiting.decrementAndGet();
        waits.incrementAndGet();
        throttledNanos.addAndGet(nanos);
        if (tooLong) {
            timedOut.incrementAndGet();
        }
    }

    StreamStatus status(boolean shut, long beyondLimit) {
        long processed = hasHandler ? succeeded.sum() : emitted.sum();
        @Nullable Long items = total < 0 ? null : (Long) total;
        return new StreamStatus(
                rule,
                hasSource ? emitted.sum() : handled(),
                processed,
                failed.sum(),
                isolated.sum(),
                waiting.get(),
                waits.get(),
                timedOut.get(),
                exempt.sum(),
                wouldWait.sum(),
                beyondLimit,
                Duration.ofNanos(throttledNanos.get()),
                rate.of(processed),
                items,
                shut && hasSource,
                failures.newest());
    }
}
