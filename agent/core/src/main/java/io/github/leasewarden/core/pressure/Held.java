package io.github.leasewarden.core.pressure;

/** What the gate needs of a stream whose source it may hold. Thread-safe. */
public interface Held {
    /** Items that were handled so far; 0 if nobody knows. */
    long handled();

    /** Whether all items that were emitted are known to be handled: then waiting makes no room. */
    boolean isDrained();

    /** Until when, in {@code nanoTime}, its source is not held, because waiting did not help. */
    Truce truce();

    /** Which of its threads may wait. */
    Patience patience();

    /** A wait begins. */
    void waitBegins();

    /**
     * A wait ended.
     *
     * @param nanos how long it took
     * @param timedOut whether it ended although there is still no room
     */
    void waitEnds(long nanos, boolean timedOut);
}
