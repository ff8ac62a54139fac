package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The heap the verdict is about. Heap <em>after</em> a collection, because raw heap only says how long ago one ran.
 *
 * @param usedAfterGcBytes after the newest collection; null before the first
 * @param maxBytes the most the heap may grow to
 * @param series samples in order of time, newest last
 * @param nonHeap memory outside the heap
 */
public record HeapEntry(@Nullable Long usedAfterGcBytes, long maxBytes, List<HeapPoint> series, NonHeapEntry nonHeap) {

    public HeapEntry {
        series = Values.list(series);
        requireNonNull(nonHeap, "heap.nonHeap is missing");
    }
}
