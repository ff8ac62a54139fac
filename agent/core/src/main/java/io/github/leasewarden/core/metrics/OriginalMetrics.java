package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.core.stream.StreamStatus;
import io.github.leasewarden.reports.LeaseEntry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five names that existing dashboards use, unchanged. */
final class OriginalMetrics {
    private static final Set<String> SUBSCRIPTIONS = Set.of("subscription", "listener");

    private OriginalMetrics() {}

    static List<MetricSnapshot> of(Observation seen) {
        Evidence evidence = seen.evidence();
        Long used = usedAfterGc(evidence);
        long max = evidence.maxHeapBytes();
        return List.of(
                Families.gauge(
                        "memory_heap_used_bytes", "Heap in use after the last collection; NaN before the first.", used),
                Families.gauge(
                        "memory_heap_percentage",
                        "The same in percent of the largest heap, 0 to 100.",
                        used == null || max <= 0 ? null : (Double) (100.0 * used / max)),
                Families.gauge(
                        "subscriptions_active_count",
                        "Open leases of the kinds subscription and listener.",
                        seen.leases().leases().stream()
                                .filter(lease -> SUBSCRIPTIONS.contains(lease.kind()))
                                .mapToLong(LeaseEntry::open)
                                .sum()),
                Families.gauge(
                        "connections_pool_size",
                        "Connections in all pools together.",
                        evidence.pools().stream()
                                .mapToLong(OriginalMetrics::size)
                                .sum()),
                Families.gauge(
                        "stream_processor_backpressure_active",
                        "1 while the agent makes sources of streams wait.",
                        seen.streams().stream().anyMatch(StreamStatus::backpressure) ? 1 : 0));
    }

    static @Nullable Long usedAfterGc(Evidence evidence) {
        List<HeapSample> heap = evidence.heap();
        return heap.isEmpty() ? null : (Long) heap.get(heap.size() - 1).usedAfterGcBytes();
    }

    private static long size(PoolSample pool) {
        Integer size = pool.size();
        return size == null ? 0 : size;
    }
}
