package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.alert.DeliveryCount;
import io.github.leasewarden.core.pressure.AlertSource;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.Totals;
import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.ServiceInfo;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The agent itself: what it costs, what it told, and which of its rules are at work. */
final class AgentMetrics {
    private AgentMetrics() {}

    static List<MetricSnapshot> of(Observation seen, Counters counters) {
        AgentCost cost = seen.agent().cost();
        return List.of(
                InfoSnapshot.builder()
                        .name("leasewarden_build")
                        .help("The agent's version and mode.")
                        .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                                .labels(Labels.of(
                                        "version", seen.agent().version(),
                                        "mode", seen.agent().mode()))
                                .build())
                        .build(),
                service(seen.jvm()),
                Families.gauge(
                        "leasewarden_observation_timestamp_seconds",
                        "When the figures of this page were taken, in Unix time.",
                        seen.at().toEpochMilli() / 1e3),
                Families.gauge(
                        "leasewarden_uptime_seconds",
                        "Time since the agent's start.",
                        seen.agent().uptimeSeconds()),
                Families.counter(
                        "leasewarden_cpu_seconds",
                        "Processor time of the agent's own threads.",
                        counters,
                        cost.cpuSeconds()),
                Families.gauge(
                        "leasewarden_heap_bytes",
                        "Heap held by leases, estimated from their number.",
                        cost.heapBytesEstimate()),
                Families.counter("leasewarden_stack_captures", "Opening stacks taken.", counters, cost.stackCaptures()),
                Families.counter(
                        "leasewarden_suppressed_errors",
                        "Errors of the agent that the application was spared; anything but 0 is a bug to report.",
                        counters,
                        cost.suppressedErrors()),
                Families.counter(
                        "leasewarden_leases_dropped",
                        "Resources not tracked because leases.max was reached.",
                        counters,
                        cost.droppedLeases()),
                Families.counter("leasewarden_reports_written", "Reports written.", counters, cost.reportWrites()),
                Families.gauge("leasewarden_rules", "Rules, by state.", "state", rules(seen.rules())),
                Families.counter("leasewarden_alerts", "Alerts raised.", counters, "level", raised(seen.totals())),
                Families.gauge(
                        "leasewarden_alert_level",
                        "How each source of alerts stands now: 0 for none, 1 for a warning, 2 for critical.",
                        "source",
                        standing(seen.totals())),
                deliveries(seen.totals().deliveries(), counters),
                exports(
                        seen,
                        "exported",
                        "Reports, and pages of metrics, that were exported.",
                        counters,
                        ExportCount::exported),
                exports(
                        seen,
                        "failed",
                        "Attempts to export that failed; most are made again.",
                        counters,
                        ExportCount::failed),
                exports(seen, "dropped", "Reports, and pages of metrics, given up.", counters, ExportCount::dropped));
    }

    /** One series a JVM, to be joined with others. Not {@code instance}: that is Prometheus' own label for the address it scrapes. */
    private static InfoSnapshot service(JvmInfo jvm) {
        ServiceInfo service = jvm.service();
        InfoSnapshot.Builder family = InfoSnapshot.builder()
                .name("leasewarden_service")
                .help("Which service this process is an instance of; the version is empty if nobody said.");
        if (service != null) {
            String version = service.version();
            family.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                    .labels(Labels.of(
                            "service", Bounded.tail(service.name()),
                            "version", version == null ? "" : Bounded.tail(version),
                            "service_instance", Bounded.tail(service.instance())))
                    .build());
        }
        return family.build();
    }

    private static Map<String, Long> rules(List<RuleLedger.Entry> rules) {
        Map<String, Long> states = new TreeMap<>(Map.of("active", 0L, "waiting", 0L, "off", 0L));
        for (RuleLedger.Entry rule : rules) {
            states.merge(rule.off() ? "off" : rule.classes().isEmpty() ? "waiting" : "active", 1L, Long::sum);
        }
        return states;
    }

    private static Map<String, Long> raised(Totals totals) {
        Map<String, Long> raised = new TreeMap<>();
        for (Alerts.Level level : Alerts.Level.values()) {
            raised.put(level.name().toLowerCase(Locale.ROOT), totals.alerts().getOrDefault(level, 0L));
        }
        return raised;
    }

    private static Map<String, Integer> standing(Totals totals) {
        Map<String, Integer> standing = new TreeMap<>();
        for (AlertSource source : AlertSource.values()) {
            standing.put(
                    source.label(),
                    totals.standing().getOrDefault(source, Alerts.Level.INFO).ordinal());
        }
        return standing;
    }

    private static CounterSnapshot exports(
            Observation seen, String what, String help, Counters counters, ToLongFunction<ExportCount> figure) {
        Map<String, Long> values = new TreeMap<>();
        seen.totals().exports().forEach(count -> values.put(count.signal(), figure.applyAsLong(count)));
        return Families.counter("leasewarden_otlp_" + what, help, counters, "signal", values);
    }

    private static CounterSnapshot deliveries(List<DeliveryCount> counts, Counters counters) {
        String name = "leasewarden_alert_deliveries";
        CounterSnapshot.Builder family =
                CounterSnapshot.builder().name(name).help("Alerts passed on, by channel and outcome.");
        for (DeliveryCount count : counts) {
            Map<String, Long> outcomes =
                    Map.of("delivered", count.delivered(), "failed", count.failed(), "dropped", count.dropped());
            outcomes.forEach((outcome, value) -> family.dataPoint(Families.counterPoint(
                    name, Labels.of("channel", count.channel(), "outcome", outcome), counters, value)));
        }
        return family.build();
    }
}
