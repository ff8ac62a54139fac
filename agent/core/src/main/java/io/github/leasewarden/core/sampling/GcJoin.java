package io.github.leasewarden.core.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins {@code jdk.GCHeapSummary} and {@code jdk.GarbageCollection} by their gcId. Either comes first: the summary on Serial,
 * Parallel and G1, the collection on ZGC and Shenandoah. Used by one thread, the stream's.
 */
final class GcJoin {
    /** Halves waiting for the other one; an older one is given up, its partner was not recorded. */
    static final int MOST_WAITING = 64;

    private record Summary(Instant at, long usedBytes) {}

    private record Collection(Instant at, String name, String cause, Duration pauses) {}

    private final boolean generationalShenandoah;
    private final Map<Long, Summary> summaries = new LinkedHashMap<>();
    private final Map<Long, Collection> collections = new LinkedHashMap<>();

    private final int mostWaiting;

    GcJoin(boolean generationalShenandoah) {
        this(generationalShenandoah, MOST_WAITING);
    }

    /** @param mostWaiting in a recording the halves can be far apart */
    GcJoin(boolean generationalShenandoah, int mostWaiting) {
        this.generationalShenandoah = generationalShenandoah;
        this.mostWaiting = mostWaiting;
    }

    /** The heap after a collection; answers with the whole reading if the collection is already known. */
    Optional<GcReading> summary(long gcId, Instant at, long usedBytes) {
        Summary summary = new Summary(at, usedBytes);
        Collection collection = collections.remove(gcId);
        if (collection == null) {
            remember(summaries, gcId, summary);
            return Optional.empty();
        }
        return Optional.of(reading(summary, collection));
    }

    /** A collection; answers with the whole reading if its heap summary is already known. */
    Optional<GcReading> collection(
            long gcId, Instant at, @Nullable String name, @Nullable String cause, Duration pauses) {
        Collection collection = new Collection(at, known(name), known(cause), pauses);
        Summary summary = summaries.remove(gcId);
        if (summary == null) {
            remember(collections, gcId, collection);
            return Optional.empty();
        }
        return Optional.of(reading(summary, collection));
    }

    private GcReading reading(Summary summary, Collection collection) {
        return new GcReading(
                collection.at,
                summary.at,
                collection.name,
                collection.cause,
                summary.usedBytes,
                Reach.old(collection.name, collection.cause, generationalShenandoah),
                Reach.full(collection.name),
                collection.pauses);
    }

    private static String known(@Nullable String text) {
        return text == null ? "unknown" : text;
    }

    private <T> void remember(Map<Long, T> waiting, long gcId, T half) {
        if (waiting.size() >= mostWaiting) {
            Iterator<Long> oldest = waiting.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        waiting.put(gcId, half);
    }
}
