package io.github.leasewarden.core.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a flight recording says about memory. Times in the samples count from the JVM's start, as far as the recording knows it.
 *
 * @param name of the file
 * @param start of the recording's first event
 * @param length from the first to the last event
 * @param collector as JFR names it, for example {@code G1New, G1Old}; empty if not recorded
 * @param maxHeapBytes {@code -Xmx}, or -1 if not recorded
 * @param heap after each collection, oldest first
 * @param nonHeap threads, classes, buffers; empty if not recorded
 * @param oldObjects in the file's order
 * @param gaps one sentence for everything that could not be seen: events that were not recorded, a file cut short
 */
public record Recording(
        String name,
        Instant start,
        Duration length,
        String collector,
        long maxHeapBytes,
        List<HeapSample> heap,
        List<NonHeapSample> nonHeap,
        List<OldObject> oldObjects,
        List<String> gaps) {
    public Recording {
        heap = List.copyOf(heap);
        nonHeap = List.copyOf(nonHeap);
        oldObjects = List.copyOf(oldObjects);
        gaps = List.copyOf(gaps);
    }
}
