package io.github.leasewarden.otlp;

import io.github.leasewarden.export.ExportSource;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Turns the families of the Prometheus page into OpenTelemetry's, under the same names and labels. Counters lose {@code _total}, which a Prometheus
 * behind the collector adds again; a figure that is not known is left out, where the page says NaN.
 */
final class MetricPage {
    private final Origin origin;
    private final long startNanos;

    /** @param startedAt since when counters count */
    MetricPage(Origin origin, Instant startedAt) {
        this.origin = origin;
        this.startNanos = nanos(startedAt);
    }

    /** All families that have a figure. */
    Collection<MetricData> of(ExportSource.Metrics metrics) {
        long at = nanos(metrics.at());
        List<MetricData> converted = new ArrayList<>();
        for (MetricSnapshot family : metrics.snapshots()) {
            MetricData data = convert(family, at);
            if (!data.isEmpty()) {
                converted.add(data);
            }
        }
        return converted;
    }

    private MetricData convert(MetricSnapshot family, long at) {
        String name = family.getMetadata().getPrometheusName();
        List<DoublePointData> points = new ArrayList<>();
        if (family instanceof CounterSnapshot counter) {
            counter.getDataPoints().forEach(each -> add(points, at, each.getLabels(), each.getValue()));
            return metric(name, family, SumData.createDoubleSumData(true, AggregationTemporality.CUMULATIVE, points));
        }
        if (family instanceof GaugeSnapshot gauge) {
            gauge.getDataPoints().forEach(each -> add(points, at, each.getLabels(), each.getValue()));
        } else if (family instanceof InfoSnapshot info) {
            name += "_info";
            info.getDataPoints().forEach(each -> add(points, at, each.getLabels(), 1));
        } else if (family instanceof StateSetSnapshot states) {
            for (StateSetSnapshot.StateSetDataPointSnapshot each : states.getDataPoints()) {
                for (StateSetSnapshot.State state : each) {
                    add(points, at, each.getLabels().add(name, state.getName()), state.isTrue() ? 1 : 0);
                }
            }
        } else {
            throw new IllegalArgumentException(
                    name + " is a " + family.getClass().getSimpleName());
        }
        return metric(name, family, GaugeData.createDoubleGaugeData(points));
    }

    private MetricData metric(String name, MetricSnapshot family, Data<?> data) {
        return new ConvertedMetric(origin.resource(), origin.scope(), name, help(family), data);
    }

    private void add(List<DoublePointData> points, long at, Labels labels, double value) {
        if (!Double.isNaN(value)) {
            points.add(DoublePointData.create(startNanos, at, attributes(labels), value, List.of()));
        }
    }

    private static Attributes attributes(Labels labels) {
        AttributesBuilder attributes = Attributes.builder();
        for (Label label : labels) {
            attributes.put(label.getName(), label.getValue());
        }
        return attributes.build();
    }

    private static String help(MetricSnapshot family) {
        String help = family.getMetadata().getHelp();
        return help == null ? "" : help;
    }

    private static long nanos(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }
}
