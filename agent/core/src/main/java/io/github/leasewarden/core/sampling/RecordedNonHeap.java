package io.github.leasewarden.core.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import org.jspecify.annotations.Nullable;

/** Puts the periodic events about memory outside the heap together: a sample at each count of threads, with the latest of the others. */
final class RecordedNonHeap {
    private enum What {
        THREADS,
        CLASSES,
        METASPACE,
        DIRECT,
        RSS
    }

    private record Value(Instant at, What what, long value) {}

    private final List<Value> values = new ArrayList<>();

    /** Takes what is of interest and leaves the rest. */
    void accept(RecordedEvent event) {
        Instant at = event.getStartTime();
        switch (event.getEventType().getName()) {
            case "jdk.JavaThreadStatistics" -> values.add(new Value(at, What.THREADS, event.getLong("activeCount")));
            case "jdk.ClassLoadingStatistics" ->
                values.add(new Value(
                        at, What.CLASSES, event.getLong("loadedClassCount") - event.getLong("unloadedClassCount")));
            case "jdk.DirectBufferStatistics" -> values.add(new Value(at, What.DIRECT, event.getLong("memoryUsed")));
            case "jdk.ResidentSetSize" -> values.add(new Value(at, What.RSS, event.getLong("size")));
            case "jdk.MetaspaceSummary" -> {
                @Nullable RecordedObject metaspace = event.getValue("metaspace");
                if (metaspace != null) {
                    values.add(new Value(at, What.METASPACE, metaspace.getLong("used")));
                }
            }
            default -> {
                // thousands of other events
            }
        }
    }

    List<String> gaps() {
        boolean threads = values.stream().anyMatch(value -> value.what == What.THREADS);
        return threads
                ? List.of()
                : List.of(
                        "No jdk.JavaThreadStatistics was recorded: threads and memory outside the heap are not known.");
    }

    /** @param zero what uptime counts from */
    List<NonHeapSample> samples(Instant zero) {
        values.sort(Comparator.comparing(Value::at));
        long[] latest = new long[What.values().length];
        for (What what : What.values()) {
            // what was first recorded a little later was hardly nothing before
            latest[what.ordinal()] = values.stream()
                    .filter(value -> value.what == what)
                    .mapToLong(Value::value)
                    .findFirst()
                    .orElse(what == What.RSS ? -1 : 0);
        }
        History<NonHeapSample> samples = History.thinning(480);
        for (Value value : values) {
            latest[value.what.ordinal()] = value.value;
            if (value.what == What.THREADS) {
                samples.add(new NonHeapSample(
                        Math.max(0, Duration.between(zero, value.at).toNanos()),
                        latest[What.RSS.ordinal()],
                        latest[What.DIRECT.ordinal()],
                        0,
                        latest[What.METASPACE.ordinal()],
                        (int) latest[What.THREADS.ordinal()],
                        (int) latest[What.CLASSES.ordinal()]));
            }
        }
        return samples.list();
    }
}
