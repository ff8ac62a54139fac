package io.github.leasewarden.junit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One test, or one class of tests, while it runs: what is opened for it. JUnit closes it whatever happens. Thread-safe. */
@SuppressWarnings(
        "deprecation") // JUnit before 5.13 closes a CloseableResource only, later ones prefer an AutoCloseable
final class Scope implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final long LONGEST_PAUSE_MILLIS = 20;

    private final Agent agent;
    private final long id;
    private final AtomicBoolean entered = new AtomicBoolean();
    private volatile long thread;

    Scope(Agent agent, long parent) {
        this.agent = agent;
        this.id = agent.begin(parent);
    }

    long id() {
        return id;
    }

    /** The current thread works for it until {@link #leave}. */
    void enter() {
        agent.enter(id);
        thread = Thread.currentThread().getId();
        entered.set(true);
    }

    void leave() {
        if (entered.compareAndSet(true, false) && isOn()) {
            agent.leave();
        }
    }

    /** Whether the current thread is the one that entered it. */
    boolean isOn() {
        return thread == Thread.currentThread().getId();
    }

    /** Runs something for it on the current thread. */
    <T> T within(Work<T> work) throws Throwable {
        agent.enter(id);
        try {
            return work.run();
        } finally {
            agent.leave();
        }
    }

    /** What JUnit calls an invocation. */
    interface Work<T> {
        T run() throws Throwable;
    }

    /**
     * What is left open beyond what is tolerated. Something that is released on another thread is waited for, so long at most.
     */
    List<Left> leftOpen(Tolerance tolerance, Duration drain) {
        return leftOpen(tolerance, drain, System::nanoTime, TimeUnit.MILLISECONDS::sleep);
    }

    /** How it waits. */
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    List<Left> leftOpen(Tolerance tolerance, Duration drain, LongSupplier nanoTime, Pause waiting) {
        Supplier<List<Left>> look = () -> tolerance.tooMuch(agent.leftOpen(id));
        long deadline = nanoTime.getAsLong() + drain.toNanos();
        List<Left> left = look.get();
        long pause = 1;
        while (!left.isEmpty() && nanoTime.getAsLong() - deadline < 0) {
            try {
                waiting.millis(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return left;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            left = look.get();
        }
        return left;
    }

    @Override
    public void close() {
        agent.end(id);
    }
}
