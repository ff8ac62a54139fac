package io.github.leasewarden.core.pressure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When alerts are raised.
 *
 * @param warn share of the heap in use after a collection, 0..1
 * @param critical the same; never below {@code warn}
 * @param stale a reading of the heap older than this raises nothing
 * @param gcShare share of time in collection pauses, 0..1
 * @param gcWindow the time that share is taken over
 * @param gcPause a single pause above it is a warning; null for none
 * @param container share of the container's memory limit in use, 0..1
 */
public record AlertSettings(
        double warn,
        double critical,
        Duration stale,
        double gcShare,
        Duration gcWindow,
        @Nullable Duration gcPause,
        double container) {
    public AlertSettings {
        critical = Math.max(warn, critical);
    }
}
