package io.github.leasewarden.export;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an exporter is given.
 *
 * @param version of the agent
 * @param startedAt since when counters count
 * @param resource attributes of this process by OpenTelemetry's names, {@code service.name} among them
 * @param metrics the metrics of the newest observation, or null before the first; may be called from any thread
 * @param tell takes a line for the operator
 */
public record ExportSource(
        String version,
        Instant startedAt,
        Map<String, String> resource,
        Supplier<@Nullable Metrics> metrics,
        Consumer<String> tell) {
    public ExportSource {
        resource = Map.copyOf(resource);
    }

    /**
     * All metrics of one moment.
     *
     * @param at when the application was looked at
     * @param snapshots those of the Prometheus page
     */
    public record Metrics(Instant at, MetricSnapshots snapshots) {}
}
