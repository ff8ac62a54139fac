package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One heap sample.
 *
 * @param at when the collection ended, UTC
 * @param usedAfterGcBytes heap in use right after it
 */
public record HeapPoint(Instant at, long usedAfterGcBytes) {
    public HeapPoint {
        requireNonNull(at, "heap.series.at is missing");
    }
}
