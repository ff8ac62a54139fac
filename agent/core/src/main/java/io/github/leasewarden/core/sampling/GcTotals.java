package io.github.leasewarden.core.sampling;

import java.time.Duration;

/**
 * All collections since the agent's start, the agent's own apart. Unlike the list of single collections it forgets nothing, so that
 * shares of time computed from two of these are exact however often the JVM collects.
 *
 * @param collections those the application caused
 * @param pause time they stopped it
 * @param own those the agent asked for
 * @param ownPause time those stopped it
 */
public record GcTotals(long collections, Duration pause, long own, Duration ownPause) {
    /** Nothing collected yet. */
    public static final GcTotals NONE = new GcTotals(0, Duration.ZERO, 0, Duration.ZERO);

    GcTotals plus(Duration more, boolean ours) {
        return ours
                ? new GcTotals(collections, pause, own + 1, ownPause.plus(more))
                : new GcTotals(collections + 1, pause.plus(more), own, ownPause);
    }
}
