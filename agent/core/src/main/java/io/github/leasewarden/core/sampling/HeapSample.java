package io.github.leasewarden.core.sampling;

import java.time.Instant;

/**
 * The heap right after one collection. Never the raw heap: that says when the next collection is due, not what is alive.
 *
 * @param at wall-clock time, for people only
 * @param uptimeNanos nanoseconds since the agent's start, for every calculation
 * @param usedAfterGcBytes bytes used in all heap pools after the collection
 * @param collection the collector's own name of the collection, e.g. {@code G1New} or {@code PS Scavenge}
 * @param old true if the collection looked at the old generation, so that garbage promoted earlier can be gone
 * @param full true if the collection stopped the application and compacted the whole heap: what is left is the live set
 * @param ours true if the agent asked for it
 */
public record HeapSample(
        Instant at,
        long uptimeNanos,
        long usedAfterGcBytes,
        String collection,
        boolean old,
        boolean full,
        boolean ours) {}
