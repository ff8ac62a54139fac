package io.github.leasewarden.otlp;

import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.NonHeapEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What the agent would hand over. */
final class Samples {
    static final Instant AT = Instant.parse("2026-11-26T12:00:00.5Z");
    static final Instant STARTED = Instant.parse("2026-11-26T11:00:00Z");

    private Samples() {}

    static ExportSource source(Consumer<String> tell) {
        return new ExportSource(
                "1.2.3",
                STARTED,
                java.util.Map.of("service.name", "shop", "service.version", "7", "deployment.environment.name", "live"),
                () -> new ExportSource.Metrics(Instant.now(), snapshots()),
                tell);
    }

    static MetricSnapshots snapshots() {
        return new MetricSnapshots(List.<MetricSnapshot>of(
                CounterSnapshot.builder()
                        .name("leasewarden_leases_opened")
                        .help("Leases opened.")
                        .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                                .labels(Labels.of("kind", "websocket"))
                                .value(7)
                                .build())
                        .build(),
                gauge("leasewarden_heap_max_bytes", 42),
                gauge("leasewarden_resident_memory_bytes", Double.NaN),
                InfoSnapshot.builder()
                        .name("leasewarden_build")
                        .help("The agent's version and mode.")
                        .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                                .labels(Labels.of("mode", "guard"))
                                .build())
                        .build(),
                StateSetSnapshot.builder()
                        .name("leasewarden_verdict")
                        .help("The verdict.")
                        .dataPoint(StateSetSnapshot.StateSetDataPointSnapshot.builder()
                                .state("leak", true)
                                .state("steady", false)
                                .build())
                        .build()));
    }

    private static GaugeSnapshot gauge(String name, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help("Bytes.")
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value(value)
                        .build())
                .build();
    }

    static LeakReport report(VerdictState state, SuspectEntry... suspects) {
        return new LeakReport(
                LeakReport.SCHEMA_VERSION,
                AT,
                new AgentInfo("1.2.3", "guard", 3600, AgentCost.NONE, null),
                new JvmInfo(42, "17", "G1", "com.acme.Shop"),
                new VerdictEntry(
                        state, "Orders.feed opens subscriptions and does not release them.", 12, 0.9, 600L, 20),
                new HeapEntry(null, 1 << 20, List.of(), new NonHeapEntry(null, 0, 0, 1)),
                List.of(suspects),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static SuspectEntry suspect(int rank, String fingerprint) {
        return new SuspectEntry(
                rank,
                fingerprint,
                SuspectType.SITE,
                "subscription",
                "acme.feed",
                "com.acme.Feed",
                null,
                672,
                896,
                null,
                List.of("com.acme.Orders.feed(Orders.java:29)", "com.acme.Main.main(Main.java:7)"),
                List.of("Unreleased leases went from 4 to 672 within 47 s."),
                0.8);
    }
}
