package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.ServiceInfo;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictState;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of metrics that an agent would have when it wrote a report: those of its families whose figures the report knows. A test compares
 * names, types and labels with a real agent's.
 */
final class SimulatedPage {
    /** Series that an agent has from its start. */
    private static final List<String> KINDS =
            List.of("subscription", "listener", "websocket", "neo4j-session", "stream", "pool");

    private final LeakReport report;
    private final List<MetricSnapshot> families = new ArrayList<>();

    private SimulatedPage(LeakReport report) {
        this.report = report;
    }

    static MetricSnapshots of(LeakReport report) {
        SimulatedPage page = new SimulatedPage(report);
        page.leases();
        page.sites();
        page.heap(report.heap());
        page.verdict();
        page.agent(report.agent());
        return new MetricSnapshots(page.families);
    }

    private void leases() {
        gauge("subscriptions_active_count", sum("subscription", LeaseEntry::open));
        gauge("leasewarden_leases_open", "kind", byKind(LeaseEntry::open));
        gauge("leasewarden_leases_idle", "kind", byKind(LeaseEntry::idlePastTtl));
        counter("leasewarden_leases_opened", byKind(LeaseEntry::opened));
        counter("leasewarden_leases_released", byKind(LeaseEntry::released));
        counter("leasewarden_leases_collected", byKind(LeaseEntry::collected));
        counter("leasewarden_leases_abandoned", byKind(LeaseEntry::abandoned));
        counter("leasewarden_leases_release_failures", byKind(LeaseEntry::failed));
    }

    private Map<String, Long> byKind(ToLongFunction<LeaseEntry> figure) {
        Map<String, Long> sums = new LinkedHashMap<>();
        KINDS.forEach(kind -> sums.put(kind, sum(kind, figure)));
        return sums;
    }

    private long sum(String kind, ToLongFunction<LeaseEntry> figure) {
        return report.leases().stream()
                .filter(lease -> lease.kind().equals(kind))
                .mapToLong(figure)
                .sum();
    }

    private void sites() {
        Set<String> suspected =
                report.suspects().stream().map(SuspectEntry::fingerprint).collect(Collectors.toSet());
        InfoSnapshot.Builder sites = InfoSnapshot.builder().name("leasewarden_site");
        Map<String, Long> open = new LinkedHashMap<>();
        Map<String, Integer> isSuspected = new LinkedHashMap<>();
        for (LeaseEntry lease : report.leases()) {
            String fingerprint = lease.site().fingerprint();
            sites.dataPoint(info(Labels.of(
                    "fingerprint", fingerprint,
                    "kind", lease.kind(),
                    "rule", lease.rule(),
                    "place", lease.site().frames().get(0))));
            open.put(fingerprint, lease.open());
            isSuspected.put(fingerprint, suspected.contains(fingerprint) ? 1 : 0);
        }
        families.add(sites.build());
        gauge("leasewarden_site_open_leases", "fingerprint", open);
        gauge("leasewarden_site_suspected", "fingerprint", isSuspected);
    }

    private void heap(HeapEntry heap) {
        gauge("memory_heap_used_bytes", heap.usedAfterGcBytes());
        gauge("leasewarden_heap_after_gc_bytes", heap.usedAfterGcBytes());
        gauge("leasewarden_heap_max_bytes", heap.maxBytes());
        gauge("leasewarden_resident_memory_bytes", heap.nonHeap().rssBytes());
        gauge("leasewarden_direct_memory_bytes", heap.nonHeap().directBytes());
        gauge("leasewarden_metaspace_bytes", heap.nonHeap().metaspaceBytes());
        gauge("leasewarden_threads", heap.nonHeap().threads());
    }

    private void verdict() {
        StateSetSnapshot.StateSetDataPointSnapshot.Builder states =
                StateSetSnapshot.StateSetDataPointSnapshot.builder();
        for (VerdictState state : VerdictState.values()) {
            states.state(state.label(), state == report.verdict().state());
        }
        families.add(StateSetSnapshot.builder()
                .name("leasewarden_verdict")
                .dataPoint(states.build())
                .build());
        gauge("leasewarden_verdict_confidence_ratio", report.verdict().confidence());
        gauge("leasewarden_verdict_samples", report.verdict().samples());
        gauge("leasewarden_heap_growth_bytes_per_second", report.verdict().slopeBytesPerSecond());
    }

    private void agent(AgentInfo agent) {
        families.add(InfoSnapshot.builder()
                .name("leasewarden_build")
                .dataPoint(info(Labels.of("version", agent.version(), "mode", agent.mode())))
                .build());
        ServiceInfo service = report.jvm().service();
        if (service != null) {
            families.add(InfoSnapshot.builder()
                    .name("leasewarden_service")
                    .dataPoint(info(Labels.of(
                            "service", service.name(),
                            "version", String.valueOf(service.version()),
                            "service_instance", service.instance())))
                    .build());
        }
        gauge("leasewarden_uptime_seconds", agent.uptimeSeconds());
        gauge("leasewarden_observation_timestamp_seconds", report.generatedAt().getEpochSecond());
    }

    private static InfoSnapshot.InfoDataPointSnapshot info(Labels labels) {
        return InfoSnapshot.InfoDataPointSnapshot.builder().labels(labels).build();
    }

    /** @param value null if it is not known, and left out then */
    private void gauge(String name, @Nullable Number value) {
        if (value != null) {
            families.add(GaugeSnapshot.builder()
                    .name(name)
                    .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                            .value(value.doubleValue())
                            .build())
                    .build());
        }
    }

    private void gauge(String name, String label, Map<String, ? extends Number> values) {
        GaugeSnapshot.Builder family = GaugeSnapshot.builder().name(name);
        values.forEach((labelled, value) -> family.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(Labels.of(label, labelled))
                .value(value.doubleValue())
                .build()));
        families.add(family.build());
    }

    private void counter(String name, Map<String, Long> byKind) {
        CounterSnapshot.Builder family = CounterSnapshot.builder().name(name);
        byKind.forEach((kind, value) -> family.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(Labels.of("kind", kind))
                .value(value.doubleValue())
                .build()));
        families.add(family.build());
    }
}
