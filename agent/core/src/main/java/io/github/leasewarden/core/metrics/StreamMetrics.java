package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.stream.StreamStatus;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Streams by rule. */
final class StreamMetrics {
    private final Map<String, List<StreamStatus>> byRule = new TreeMap<>();
    private final Counters counters;

    private StreamMetrics(List<StreamStatus> streams, Counters counters) {
        this.counters = counters;
        Bounded rules =
                new Bounded(List.of(), streams.stream().map(StreamStatus::rule).toList());
        streams.forEach(stream -> byRule.computeIfAbsent(rules.label(stream.rule()), rule -> new ArrayList<>())
                .add(stream));
    }

    static List<MetricSnapshot> of(Observation seen, Counters counters) {
        StreamMetrics streams = new StreamMetrics(seen.streams(), counters);
        return List.of(
                Families.gauge(
                        "leasewarden_stream_waiting_threads",
                        "Threads the agent makes wait now.",
                        "rule",
                        streams.sums(StreamStatus::waiting)),
                streams.counter("emitted_items", "Items the sources emitted.", StreamStatus::emitted),
                streams.counter("processed_items", "Items handled.", StreamStatus::processed),
                streams.counter("failed_items", "Items whose handling failed.", StreamStatus::failed),
                streams.counter("isolated_items", "Failures that ended with their item.", StreamStatus::isolated),
                streams.counter("waits", "Waits that ended.", StreamStatus::waits),
                streams.counter("wait_timeouts", "Waits that lasted too long.", StreamStatus::timedOut),
                streams.counter(
                        "throttled_seconds",
                        "Time spent waiting.",
                        stream -> stream.throttled().toNanos() / 1e9));
    }

    private MetricSnapshot counter(String what, String help, ToDoubleFunction<StreamStatus> figure) {
        return Families.counter("leasewarden_stream_" + what, help, counters, "rule", sums(figure));
    }

    private Map<String, Double> sums(ToDoubleFunction<StreamStatus> figure) {
        Map<String, Double> sums = new TreeMap<>();
        byRule.forEach((rule, streams) ->
                sums.put(rule, streams.stream().mapToDouble(figure).sum()));
        return sums;
    }
}
