package io.github.leasewarden.core.report;

import io.github.leasewarden.core.detection.DetectionSettings;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.HeapGrowth;
import io.github.leasewarden.core.detection.Suspect;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.lease.Cause;
import io.github.leasewarden.core.lease.ClampLog;
import io.github.leasewarden.core.lease.ExpiryEvent;
import io.github.leasewarden.core.lease.LeaseDetails;
import io.github.leasewarden.core.pressure.AlertSource;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.reconnect.EndpointStatus;
import io.github.leasewarden.core.sampling.ContainerSample;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.core.stream.Failure;
import io.github.leasewarden.core.stream.StreamStatus;
import io.github.leasewarden.instrumentation.rule.Expire;
import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.FalsePositiveEntry;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LargeResultEntry;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.WouldExpire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything a report can be made of, and nothing at all. */
public final class Parts {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final String SITE = "0123456789ab";
    static final List<String> FRAMES = List.of("com.acme.OrderFeed.subscribe(OrderFeed.java:42)");

    private Parts() {}

    public static Observation none() {
        Verdict verdict = new Verdict(
                Verdict.State.NOT_ENOUGH_DATA,
                "Nobody can say yet.",
                HeapGrowth.State.NOT_ENOUGH_DATA,
                0,
                0,
                null,
                0,
                List.of());
        return new Observation(
                NOON,
                new AgentInfo("1.2.3", "guard", 1, AgentCost.NONE, null),
                new JvmInfo(1, "17", "G1", "com.acme.Shop"),
                verdict,
                Evidence.none(DetectionSettings.DEFAULTS),
                new LeaseDetails(List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Totals.NONE);
    }

    public static Observation full() {
        Observation none = none();
        return new Observation(
                NOON,
                none.agent(),
                none.jvm(),
                verdict(),
                evidence(),
                leases(),
                expiries(),
                clamps(),
                alerts(),
                rules(),
                streams(),
                List.of(endpoint(9)),
                Totals.NONE);
    }

    /** Nothing but connects that fail, which nobody delays. */
    public static Observation storm() {
        Observation none = none();
        return new Observation(
                NOON,
                none.agent(),
                none.jvm(),
                none.verdict(),
                none.evidence(),
                none.leases(),
                none.expiries(),
                none.clamps(),
                none.alerts(),
                none.rules(),
                none.streams(),
                List.of(endpoint(0)),
                none.totals());
    }

    private static EndpointStatus endpoint(long delays) {
        return new EndpointStatus(
                "chat.acme.com:443",
                "jdk.websocket",
                40,
                12,
                2,
                true,
                0,
                delays,
                4_200_000_000L,
                0,
                "java.net.ConnectException",
                NOON);
    }

    private static List<StreamStatus> streams() {
        return List.of(new StreamStatus(
                "acme.orders",
                900,
                880,
                10,
                10,
                1,
                7,
                1,
                2,
                0,
                3,
                Duration.ofMillis(4200),
                17.46,
                1000L,
                true,
                List.of(new Failure(NOON, "java.lang.IllegalStateException", "poisoned", FRAMES, true))));
    }

    private static Verdict verdict() {
        List<Suspect> suspects = new ArrayList<>();
        for (Suspect.Type type : Suspect.Type.values()) {
            boolean site = type == Suspect.Type.SITE;
            suspects.add(new Suspect(
                    suspects.size() + 1,
                    SITE,
                    type,
                    site ? "subscription" : type.label(),
                    "reactor.subscriber",
                    site ? "com.acme.Feed" : null,
                    null,
                    7,
                    Double.NaN,
                    site ? 5L : null,
                    site ? FRAMES : List.of(),
                    List.of("7 open."),
                    0.5));
        }
        return new Verdict(Verdict.State.LEAK, "It leaks.", HeapGrowth.State.GROWING, 17.5, 0.9, 5400.7, 41, suspects);
    }

    private static Evidence evidence() {
        List<HeapSample> heap = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            heap.add(new HeapSample(NOON.plusSeconds(i), i, i, "G1New", false, false, false));
        }
        return Evidence.none(DetectionSettings.DEFAULTS)
                .withHeap(heap, 256 << 20)
                .withNonHeap(
                        List.of(new NonHeapSample(1, 1, 1, 1, 1, 1, 1), new NonHeapSample(2, -1, 100, 23, 456, 7, 8)))
                .withContainer(List.of(new ContainerSample(2, 2000, 1600, 3, 400)))
                .withPools(List.of(
                        new PoolSample("neo4j.pool.bolt", "db:7687", 18, 12, 20),
                        new PoolSample("acme", "db:1", null, null, null)));
    }

    private static LeaseDetails leases() {
        LeaseEntry lease = new LeaseEntry(
                "subscription",
                "reactor.subscriber",
                new SiteEntry(SITE, FRAMES),
                10,
                1,
                0,
                9,
                3,
                2,
                Map.of(Cause.IDLE.name(), 4L),
                1,
                true,
                new WouldExpire(6, 8),
                false);
        return new LeaseDetails(
                List.of(lease),
                List.of(new FalsePositiveEntry("reactor.subscriber", SITE, NOON, NOON, NOON, FRAMES, FRAMES)),
                List.of(new LargeResultEntry("neo4j.result", SITE, FRAMES, 3, 20_000)));
    }

    private static List<ExpiryEvent> expiries() {
        List<ExpiryEvent> events = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            for (ExpiryEvent.Outcome outcome : ExpiryEvent.Outcome.values()) {
                events.add(new ExpiryEvent(
                        NOON,
                        cause,
                        "reactor.subscriber",
                        "subscription",
                        SITE,
                        FRAMES.get(0),
                        cause == Cause.OWNER_CLOSED ? "com.acme.Session" : null,
                        12.6,
                        outcome,
                        "Idle for 13 s."));
            }
        }
        return events;
    }

    private static List<ClampLog.Entry> clamps() {
        return List.of(
                new ClampLog.Entry("neo4j.config", "neo4j.pool.max", 100, 20),
                new ClampLog.Entry("neo4j.config", "neo4j.pool.lifetime", 3_600_000, 1_800_000));
    }

    private static List<Alerts.Alert> alerts() {
        List<Alerts.Alert> alerts = new ArrayList<>();
        for (Alerts.Level level : Alerts.Level.values()) {
            alerts.add(new Alerts.Alert(NOON, level, AlertSource.HEAP, "75 % of the heap is in use.", null));
        }
        return alerts;
    }

    private static List<RuleLedger.Entry> rules() {
        return List.of(
                new RuleLedger.Entry(rule("active"), List.of("a.A", "a.B"), List.of(), false),
                new RuleLedger.Entry(rule("waiting"), List.of(), List.of(), false),
                new RuleLedger.Entry(rule("off"), List.of(), List.of("a.A has none of [gone]"), true));
    }

    private static Rule rule(String id) {
        return new Rule(id, "subscription", "Acme 1 to 2", List.of(), List.of(), List.of(), Expire.NEVER, null);
    }
}
