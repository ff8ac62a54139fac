package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.lease.Cause;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.reports.LeaseEntry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Leases by kind. Never by site: a stack is no label. */
final class LeaseMetrics {
    /** They have series from the start, so that rates are right from the first lease on. */
    private static final List<String> KINDS =
            List.of("subscription", "listener", "websocket", "neo4j-session", "stream", "pool");

    private final Map<String, List<LeaseEntry>> byKind = new TreeMap<>();
    private final Counters counters;

    private LeaseMetrics(List<LeaseEntry> leases, Counters counters) {
        this.counters = counters;
        Bounded kinds = new Bounded(KINDS, leases.stream().map(LeaseEntry::kind).toList());
        KINDS.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        leases.forEach(lease -> byKind.computeIfAbsent(kinds.label(lease.kind()), kind -> new ArrayList<>())
                .add(lease));
    }

    static List<MetricSnapshot> of(Observation seen, Counters counters) {
        LeaseMetrics leases = new LeaseMetrics(seen.leases().leases(), counters);
        return List.of(
                leases.gauge("open", "Leases open now.", LeaseEntry::open),
                leases.gauge(
                        "idle",
                        "Open leases that were not used for longer than the TTL of their kind.",
                        LeaseEntry::idlePastTtl),
                leases.counter("opened", "Leases opened.", LeaseEntry::opened),
                leases.counter("released", "Leases the application released.", LeaseEntry::released),
                leases.counter(
                        "collected",
                        "Leases that ended because their handle was collected and nothing was left to release.",
                        LeaseEntry::collected),
                leases.counter(
                        "abandoned",
                        "Leases whose handle was collected although it was never released.",
                        LeaseEntry::abandoned),
                leases.counter(
                        "release_failures",
                        "Releases by the agent that threw or did not end in time.",
                        LeaseEntry::failed),
                leases.expired(),
                leases.wouldExpire(),
                Families.counter(
                        "leasewarden_false_positives",
                        "Uses of leases that the agent had released; anything but 0 is worth a look.",
                        counters,
                        seen.totals().falsePositives()));
    }

    private Map<String, Long> sums(ToLongFunction<LeaseEntry> figure) {
        Map<String, Long> sums = new TreeMap<>();
        byKind.forEach((kind, leases) ->
                sums.put(kind, leases.stream().mapToLong(figure).sum()));
        return sums;
    }

    private GaugeSnapshot gauge(String what, String help, ToLongFunction<LeaseEntry> figure) {
        return Families.gauge("leasewarden_leases_" + what, help, "kind", sums(figure));
    }

    private CounterSnapshot counter(String what, String help, ToLongFunction<LeaseEntry> figure) {
        return Families.counter("leasewarden_leases_" + what, help, counters, "kind", sums(figure));
    }

    private CounterSnapshot expired() {
        String name = "leasewarden_leases_expired";
        CounterSnapshot.Builder family =
                CounterSnapshot.builder().name(name).help("Leases the agent released, by kind and cause.");
        for (Cause cause : Cause.values()) {
            sums(lease -> lease.expired().getOrDefault(cause.name(), 0L))
                    .forEach((kind, sum) -> family.dataPoint(Families.counterPoint(
                            name, Labels.of("kind", kind, "cause", cause.name()), counters, sum)));
        }
        return family.build();
    }

    private GaugeSnapshot wouldExpire() {
        GaugeSnapshot.Builder family = GaugeSnapshot.builder()
                .name("leasewarden_leases_would_expire")
                .help("Leases that the mode would release now.");
        sums(lease -> lease.wouldExpire().guard())
                .forEach((kind, sum) ->
                        family.dataPoint(Families.gaugePoint(Labels.of("kind", kind, "mode", "guard"), sum)));
        sums(lease -> lease.wouldExpire().strict())
                .forEach((kind, sum) ->
                        family.dataPoint(Families.gaugePoint(Labels.of("kind", kind, "mode", "strict"), sum)));
        return family.build();
    }
}
