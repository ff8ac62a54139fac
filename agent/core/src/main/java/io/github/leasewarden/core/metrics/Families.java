package io.github.leasewarden.core.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds metric families. A figure that is not known is NaN: unknown is neither zero nor healthy. */
final class Families {
    private Families() {}

    static GaugeSnapshot gauge(String name, String help, @Nullable Number value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(gaugePoint(Labels.EMPTY, value))
                .build();
    }

    /** One series for each entry of {@code values}, told apart by the label. */
    static GaugeSnapshot gauge(String name, String help, String label, Map<String, ? extends Number> values) {
        GaugeSnapshot.Builder family = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labelled, value) -> family.dataPoint(gaugePoint(Labels.of(label, labelled), value)));
        return family.build();
    }

    static GaugeSnapshot.GaugeDataPointSnapshot gaugePoint(Labels labels, @Nullable Number value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value == null ? Double.NaN : value.doubleValue())
                .build();
    }

    /** @param name without {@code _total}, which the text formats add */
    static CounterSnapshot counter(String name, String help, Counters counters, double value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(counterPoint(name, Labels.EMPTY, counters, value))
                .build();
    }

    /** @param name without {@code _total}, which the text formats add */
    static CounterSnapshot counter(
            String name, String help, Counters counters, String label, Map<String, ? extends Number> values) {
        CounterSnapshot.Builder family = CounterSnapshot.builder().name(name).help(help);
        values.forEach((labelled, value) ->
                family.dataPoint(counterPoint(name, Labels.of(label, labelled), counters, value.doubleValue())));
        return family.build();
    }

    static CounterSnapshot.CounterDataPointSnapshot counterPoint(
            String name, Labels labels, Counters counters, double value) {
        return CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(counters.monotone(name + labels, value))
                .build();
    }
}
