package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.pressure.HeapPressure.State;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the source of a stream while the heap after the last collection leaves no room for more items.
 *
 * <p>A wait ends when there is room again, when all items of the stream are handled, when nothing is known of the heap any more, when
 * the thread is interrupted (its status is kept), when the agent is switched off, and in any case after the set time. Waits that made
 * no room are not repeated at once, see {@link Truce}. Thread-safe.
 */
public final class StreamGate {
    /** Why an item passed, or how. */
    public enum Outcome {
        /** There was room. */
        OPEN,
        /** There was none, but waiting did not help lately or the stream has nothing left to handle. */
        USELESS,
        /** There was none, but this thread must not wait. */
        EXEMPT,
        /** It waited until there was room, or was interrupted. */
        WAITED,
        /** It waited as long as it may. */
        TIMED_OUT
    }

    private static final long ASK_AFTER_MILLIS = 100;
    private static final long SLICE_MILLIS = 5;
    private static final int HELPED = 100;

    private final HeapPressure pressure;
    private final CollectionRequests collections;
    private final long maxWaitNanos;
    private final LongSupplier heapInUse;
    private final LongSupplier nanoTime;
    private final BooleanSupplier inForce;
    private volatile boolean closed;

    /**
     * @param collect asks for a collection; returns when it is over
     * @param agentThread where to ask for it
     * @param heapInUse raw heap in use, dead objects included; never a reason to wait, only to look closer
     * @param inForce false once the agent is switched off
     */
    public StreamGate(
            HeapPressure pressure,
            GateSettings settings,
            Runnable collect,
            Executor agentThread,
            LongSupplier heapInUse,
            LongSupplier nanoTime,
            BooleanSupplier inForce) {
        this.pressure = pressure;
        this.collections = new CollectionRequests(settings.betweenCollections(), collect, agentThread, nanoTime);
        @Nullable Duration maxWait = settings.maxWait();
        this.maxWaitNanos = maxWait == null ? 0 : maxWait.toNanos();
        this.heapInUse = heapInUse;
        this.nanoTime = nanoTime;
        this.inForce = inForce;
    }

    /** The fast answer: true if there was room at the last look. */
    public boolean isOpen() {
        return pressure.isCalm();
    }

    /** Looks at the heap: for an agent thread, so that what is known does not grow old where nobody asks. */
    public void look() {
        pressure.look();
    }

    /** Whether an item of the stream would have to wait now, were it not for its thread. See {@link #pass} for {@code look}. */
    public boolean wouldHold(Held stream, boolean look) {
        return isShort(look ? pressure.look() : pressure.state())
                && maxWaitNanos > 0
                && !stream.truce().holds(nanoTime)
                && !stream.isDrained();
    }

    private boolean isShort(State state) {
        return state == State.HIGH
                || (state == State.NEAR && heapInUse.getAsLong() >= pressure.highBytes() && collections.arePossible());
    }

    /**
     * Lets an item pass, after a wait if need be.
     *
     * @param source whose method the thread is in, or null
     * @param look whether to look at the heap first; set it at every so many items
     */
    public Outcome pass(Held stream, @Nullable Object source, boolean look) {
        State state = look ? pressure.look() : pressure.state();
        if (closed || maxWaitNanos == 0 || !isShort(state)) {
            return Outcome.OPEN;
        }
        if (!Patience.mayWait(Thread.currentThread())) {
            return Outcome.EXEMPT;
        }
        if (stream.truce().holds(nanoTime) || stream.isDrained()) {
            return Outcome.USELESS;
        }
        if (!isShort(pressure.look())) {
            return Outcome.OPEN;
        }
        if (!stream.patience().allowsWait(source)) {
            return Outcome.EXEMPT;
        }
        return hold(stream);
    }

    private Outcome hold(Held stream) {
        long start = nanoTime.getAsLong();
        long number = pressure.number();
        long used = pressure.usedBytes();
        long handled = stream.handled();
        boolean timedOut = false;
        stream.waitBegins();
        try {
            while (mustWait(stream, number)) {
                long left = maxWaitNanos - (nanoTime.getAsLong() - start);
                if (left <= 0) {
                    timedOut = true;
                    break;
                }
                if (pressure.ageMillis() >= ASK_AFTER_MILLIS || pressure.state() == State.NEAR) {
                    collections.ask();
                }
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(SLICE_MILLIS)));
            }
        } catch (InterruptedException e) {
            // the application wants this thread for something else
            Thread.currentThread().interrupt();
        } finally {
            stream.waitEnds(nanoTime.getAsLong() - start, timedOut);
        }
        if (!timedOut) {
            stream.truce().forget();
            return Outcome.WAITED;
        }
        settle(stream, number, used, handled);
        return Outcome.TIMED_OUT;
    }

    private boolean mustWait(Held stream, long number) {
        if (closed || !inForce.getAsBoolean() || stream.isDrained()) {
            return false;
        }
        State state = pressure.look();
        // an assumption is confirmed or refuted by the next collection, whatever that says of the one after
        return state == State.HIGH || (state == State.NEAR && pressure.number() == number && collections.arePossible());
    }

    /** Was it worth waiting so long? */
    private void settle(Held stream, long number, long used, long handled) {
        boolean known = pressure.number() != number;
        boolean helped =
                stream.handled() != handled || (known && used - pressure.usedBytes() >= pressure.highBytes() / HELPED);
        if (helped) {
            stream.truce().forget();
            return;
        }
        stream.truce().declare(nanoTime.getAsLong(), maxWaitNanos);
        if (!known) {
            pressure.distrust();
        }
    }

    /** Whether the heap is above the limit. */
    public boolean isShut() {
        return pressure.state() == State.HIGH;
    }

    /** Lets everybody go, for good: the JVM exits. */
    public void close() {
        closed = true;
    }

    /** Collections asked for so far because sources waited. */
    public long collectionsAsked() {
        return collections.asked();
    }
}
