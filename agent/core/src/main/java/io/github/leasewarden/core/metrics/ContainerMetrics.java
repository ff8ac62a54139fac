package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.ContainerSample;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** The container's memory. NaN where nothing limits it, or nobody can say. */
final class ContainerMetrics {
    private ContainerMetrics() {}

    static List<MetricSnapshot> of(Observation seen) {
        ContainerSample last = Evidence.newest(seen.evidence().container());
        return List.of(
                Families.gauge(
                        "leasewarden_container_memory_limit_bytes",
                        "The smallest memory limit of the control groups of the process; NaN if there is none or nobody can say.",
                        last == null ? null : (Long) last.limitBytes()),
                Families.gauge(
                        "leasewarden_container_memory_used_bytes",
                        "In use under that limit, without page cache that can be taken back at once; NaN without a limit.",
                        last == null ? null : (Long) last.usedBytes()));
    }
}
