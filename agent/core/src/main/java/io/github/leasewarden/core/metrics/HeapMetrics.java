package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.HeapGrowth;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.GcTotals;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verdict, the heap it is about, and what lies beside the heap. */
final class HeapMetrics {
    private HeapMetrics() {}

    static List<MetricSnapshot> of(Observation seen, Counters counters) {
        Evidence evidence = seen.evidence();
        Verdict verdict = seen.verdict();
        HeapSample last = Evidence.newest(evidence.heap());
        NonHeapSample beside = Evidence.newest(evidence.nonHeap());
        GcTotals gc = seen.totals().gc();
        return List.of(
                states(verdict),
                Families.gauge(
                        "leasewarden_verdict_confidence_ratio",
                        "How sure the verdict is, 0 to 1.",
                        verdict.confidence()),
                Families.gauge("leasewarden_verdict_samples", "Collections the verdict rests on.", verdict.samples()),
                Families.gauge(
                        "leasewarden_heap_growth_bytes_per_second",
                        "Slope of the heap's floors after collections.",
                        verdict.slopeBytesPerSecond()),
                Families.gauge(
                        "leasewarden_heap_exhaustion_seconds",
                        "Time until the heap is full at this slope; +Inf if it does not grow, NaN if that cannot be said yet.",
                        exhaustion(verdict)),
                Families.gauge(
                        "leasewarden_heap_after_gc_bytes",
                        "Heap in use after the last collection; NaN before the first.",
                        last == null ? null : (Long) last.usedAfterGcBytes()),
                Families.gauge(
                        "leasewarden_heap_after_gc_age_seconds",
                        "Age of that reading; an old one says little about now.",
                        last == null ? null : (Double) ((evidence.uptimeNanos() - last.uptimeNanos()) / 1e9)),
                Families.gauge(
                        "leasewarden_heap_max_bytes",
                        "The largest the heap may become.",
                        evidence.maxHeapBytes() < 0 ? null : (Long) evidence.maxHeapBytes()),
                Families.gauge(
                        "leasewarden_resident_memory_bytes",
                        "Resident memory of the process; NaN where the system does not tell.",
                        beside == null || beside.rssBytes() < 0 ? null : (Long) beside.rssBytes()),
                Families.gauge(
                        "leasewarden_direct_memory_bytes", "Direct buffers.", or(beside, NonHeapSample::directBytes)),
                Families.gauge(
                        "leasewarden_mapped_memory_bytes", "Mapped files.", or(beside, NonHeapSample::mappedBytes)),
                Families.gauge(
                        "leasewarden_metaspace_bytes", "Metaspace in use.", or(beside, NonHeapSample::metaspaceBytes)),
                Families.gauge(
                        "leasewarden_threads", "Live platform threads.", or(beside, sample -> (long) sample.threads())),
                Families.gauge("leasewarden_loaded_classes", "Loaded classes.", or(beside, sample ->
                        (long) sample.loadedClasses())),
                Families.counter(
                        "leasewarden_gc_collections",
                        "Collections, by who asked for them.",
                        counters,
                        "origin",
                        Map.of("application", gc.collections(), "agent", gc.own())),
                Families.counter(
                        "leasewarden_gc_pause_seconds",
                        "Time collections stopped the application, by who asked for them.",
                        counters,
                        "origin",
                        Map.of("application", seconds(gc.pause()), "agent", seconds(gc.ownPause()))));
    }

    private static StateSetSnapshot states(Verdict verdict) {
        StateSetSnapshot.StateSetDataPointSnapshot.Builder states =
                StateSetSnapshot.StateSetDataPointSnapshot.builder();
        for (Verdict.State state : Verdict.State.values()) {
            states.state(state.label(), state == verdict.state());
        }
        return StateSetSnapshot.builder()
                .name("leasewarden_verdict")
                .help("The verdict: the series of its state is 1, the others are 0.")
                .dataPoint(states.build())
                .build();
    }

    private static double exhaustion(Verdict verdict) {
        Double seconds = verdict.secondsToExhaustion();
        if (seconds != null) {
            return seconds;
        }
        return verdict.heap() == HeapGrowth.State.NOT_ENOUGH_DATA ? Double.NaN : Double.POSITIVE_INFINITY;
    }

    /** A figure of a sample that may not have been taken yet. */
    private interface Figure {
        long of(NonHeapSample sample);
    }

    private static @Nullable Long or(@Nullable NonHeapSample sample, Figure figure) {
        return sample == null ? null : (Long) figure.of(sample);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
