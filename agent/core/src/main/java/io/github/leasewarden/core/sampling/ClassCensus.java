package io.github.leasewarden.core.sampling;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A class histogram at one moment.
 *
 * @param uptimeNanos nanoseconds since the agent's start
 * @param counted which objects
 * @param classes largest first; cut off at {@link HistogramParser#MOST_CLASSES}
 * @param totalBytes of all objects counted, also of classes that were cut off; without what a collector fills gaps with
 * @param pause wall time of taking it, which bounds the pause from above
 * @param work what the process computed meanwhile: on a machine short of processors far less than the pause
 */
public record ClassCensus(
        long uptimeNanos, Counted counted, List<ClassCount> classes, long totalBytes, Duration pause, Duration work) {
    public ClassCensus {
        classes = List.copyOf(classes);
    }

    /** With the sum of the listed classes as the total. */
    public ClassCensus(long uptimeNanos, Counted counted, List<ClassCount> classes, Duration pause) {
        this(
                uptimeNanos,
                counted,
                classes,
                classes.stream().mapToLong(ClassCount::bytes).sum(),
                pause,
                pause);
    }

    /** True if no garbage is in the figures. */
    public boolean live() {
        return counted != Counted.ALL;
    }

    /** The same, with the very names that an earlier one holds: many censuses then keep each name once. */
    public ClassCensus sharingNames(ClassCensus earlier) {
        Map<String, String> known = new HashMap<>();
        earlier.classes.forEach(count -> known.put(count.className(), count.className()));
        return new ClassCensus(
                uptimeNanos,
                counted,
                classes.stream()
                        .map(count -> new ClassCount(
                                known.getOrDefault(count.className(), count.className()),
                                count.instances(),
                                count.bytes()))
                        .toList(),
                totalBytes,
                pause,
                work);
    }

    /** Without these classes, whose objects still count in the total. */
    public ClassCensus without(Set<String> names) {
        return new ClassCensus(
                uptimeNanos,
                counted,
                classes.stream()
                        .filter(count -> !names.contains(count.className()))
                        .toList(),
                totalBytes,
                pause,
                work);
    }
}
