package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.sampling.LastCollection.Reading;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the heap after the last collection leaves room for more items. Judged on the thread that wants to know, at every so many
 * items: an answer that comes from a background thread is late exactly when the machine is busy. Tried and given up: a weakly reachable
 * object that each collection should take; G1 left it in place in five of six.
 *
 * <p>Thread-safe; never blocks.
 */
public final class HeapPressure {
    /** A reading older than this says nothing about now. */
    static final long STALE_MILLIS = 10_000;

    /** By time and not by collections: many come at once when the heap is nearly full, and little was allocated between two of them. */
    private static final double HALF_LIFE_MILLIS = 5_000;

    /** What is known. */
    public enum State {
        /** No collection yet, the last one is long ago, or the JVM does not tell: nobody waits. */
        UNKNOWN,
        /** There is room. */
        ROOM,
        /** There is room, but if the heap grows as it did over the last collection, the next one finds it above the limit. */
        NEAR,
        /** Above the limit, or not yet back down at the lower one. */
        HIGH
    }

    private final Supplier<@Nullable Reading> source;
    private final GateSettings settings;
    private final LongSupplier maxHeap;
    private final AtomicBoolean looking = new AtomicBoolean();

    private volatile boolean calm = true;
    private volatile State state = State.UNKNOWN;
    private volatile long number;
    private volatile long usedBytes;
    private volatile long ageMillis;
    private volatile long distrusted = -1;
    private volatile long highBytes;
    /** By how much the heap grew from one collection to the next, at most, lately; written under {@link #looking}. */
    private double step;
    /** When the collection that was last judged ended; written under {@link #looking}. */
    private long endMillis;

    /**
     * @param source the last collection, or null if unknown; asked by application threads
     * @param settings where pressure begins and ends
     * @param maxHeap the most the heap can grow to, in bytes
     */
    public HeapPressure(Supplier<@Nullable Reading> source, GateSettings settings, LongSupplier maxHeap) {
        this.source = source;
        this.settings = settings;
        this.maxHeap = maxHeap;
        this.highBytes = settings.highBytes(maxHeap.getAsLong());
    }

    /** True if nobody had to wait at the last look. The fast answer. */
    boolean isCalm() {
        return calm;
    }

    /** Looks whether there was a collection, and judges. Below 1 µs if there was none. */
    public State look() {
        if (looking.compareAndSet(false, true)) {
            try {
                Reading reading = source.get();
                state = reading == null ? State.UNKNOWN : judge(reading);
                calm = state == State.ROOM || state == State.UNKNOWN;
            } finally {
                looking.set(false);
            }
        }
        return state;
    }

    private State judge(Reading reading) {
        if (reading.number() != number) {
            long growth = number == 0 ? 0 : reading.usedBytes() - usedBytes;
            long passed = Math.max(0, reading.endMillis() - endMillis);
            step = Math.max(growth, step * Math.pow(0.5, passed / HALF_LIFE_MILLIS));
            number = reading.number();
            usedBytes = reading.usedBytes();
            endMillis = reading.endMillis();
        }
        ageMillis = reading.ageMillis();
        if (ageMillis > STALE_MILLIS || number == distrusted) {
            return State.UNKNOWN;
        }
        long max = maxHeap.getAsLong();
        long high = settings.highBytes(max);
        highBytes = high;
        if (usedBytes >= high || (state == State.HIGH && usedBytes > settings.lowBytes(max))) {
            return State.HIGH;
        }
        return usedBytes + step >= high ? State.NEAR : State.ROOM;
    }

    /** Forgets what is known until the next collection: it could not be confirmed. */
    void distrust() {
        distrusted = number;
        look();
    }

    State state() {
        return state;
    }

    /** Number of the collection that was last judged. */
    long number() {
        return number;
    }

    /** Heap after that collection. */
    public long usedBytes() {
        return usedBytes;
    }

    /** How old it was at the last look. */
    long ageMillis() {
        return ageMillis;
    }

    long highBytes() {
        return highBytes;
    }
}
