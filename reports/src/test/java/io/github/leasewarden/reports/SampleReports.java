package io.github.leasewarden.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A report with something in every field, and one with as little as possible. */
final class SampleReports {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Instant LATER = NOON.plusMillis(1500);
    static final List<String> FRAMES =
            List.of("com.acme.OrderFeed.subscribe(OrderFeed.java:42)", "com.acme.Shop.main(Shop.java:7)");
    static final String FINGERPRINT = Fingerprints.of("jdk-flow", "subscription", FRAMES);

    private SampleReports() {}

    static LeakReport full() {
        return new LeakReport(
                LeakReport.SCHEMA_VERSION,
                NOON,
                new AgentInfo(
                        "1.2.3",
                        "guard",
                        3600,
                        new AgentCost(1.5, 4096, 12, 0, 3, 2, 60),
                        new SwitchedOff(LATER, "the file off in the report directory")),
                jvm("com.acme.Shop"),
                new VerdictEntry(VerdictState.LEAK, "Heap after GC rises by 1 MB a minute.", 17476.3, 0.93, 5400L, 41),
                new HeapEntry(
                        90_000_000L,
                        268_435_456L,
                        List.of(new HeapPoint(NOON, 80_000_000), new HeapPoint(LATER, 90_000_000)),
                        new NonHeapEntry(300_000_000L, 1024, 50_000_000, 31)),
                List.of(suspect()),
                List.of(lease(Map.of("IDLE", 4L, "ABANDONED", 2L))),
                List.of(expiry(NOON)),
                List.of(new FalsePositiveEntry("jdk-flow", FINGERPRINT, NOON, NOON, LATER, FRAMES, FRAMES)),
                List.of(pool("db.acme.com:7687")),
                List.of(new AlertEntry(
                        LATER, AlertLevel.CRITICAL, "heap", "Heap after GC is at 91 % of 256 MiB.", null)),
                List.of(new RuleEntry("jdk-flow", "java.util.concurrent.Flow", 2, "active")),
                List.of(stream()),
                List.of(new LargeResultEntry("neo4j.result", FINGERPRINT, FRAMES, 3, 20_000)),
                List.of(reconnect()),
                new ContainerEntry(536_870_912L, 400_000_000L, 268_435_456L, 0.4, 900L, 0L));
    }

    static LeakReport minimal() {
        return minimal(List.of());
    }

    static LeakReport minimal(List<ExpiryEntry> expiries) {
        return new LeakReport(
                LeakReport.SCHEMA_VERSION,
                NOON,
                new AgentInfo("1.2.3", "observe", 0, AgentCost.NONE, null),
                jvm(""),
                new VerdictEntry(VerdictState.NOT_ENOUGH_DATA, "No collection after warm-up yet.", 0, 0, null, 0),
                new HeapEntry(null, 268_435_456L, List.of(), new NonHeapEntry(null, 0, 0, 1)),
                List.of(),
                List.of(),
                expiries,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    static ReconnectEntry reconnect() {
        return new ReconnectEntry(
                "chat.acme.com:443",
                "jdk.websocket",
                40,
                12,
                2,
                true,
                1,
                9,
                4200,
                3,
                "java.net.ConnectException",
                NOON);
    }

    static StreamEntry stream() {
        FailureEntry failure = new FailureEntry(NOON, "java.lang.IllegalStateException", "poisoned", FRAMES, true);
        return new StreamEntry(
                "acme.orders", 900, 880, 10, 10, 1, 7, 1, 2, 0, 3, 4200, 17.5, 1000L, 0.89, true, List.of(failure));
    }

    static JvmInfo jvm(String command) {
        return new JvmInfo(
                4711,
                "17.0.15+6",
                "G1",
                command,
                NOON.minusSeconds(3600),
                new ServiceInfo("shop", command.isEmpty() ? null : "1.4", "shop-7"));
    }

    static SuspectEntry suspect() {
        return new SuspectEntry(
                1,
                FINGERPRINT,
                SuspectType.SITE,
                "subscription",
                "jdk-flow",
                "java.util.concurrent.SubmissionPublisher$BufferedSubscription",
                "com.acme.OrderFeed.publisher",
                1200,
                20.5,
                76_800L,
                FRAMES,
                List.of("1200 open, 20 more every minute."),
                0.9);
    }

    static LeaseEntry lease(Map<String, Long> expired) {
        return new LeaseEntry(
                "subscription",
                "jdk-flow",
                new SiteEntry(FINGERPRINT, FRAMES),
                1300,
                90,
                3,
                1200,
                800,
                2,
                expired,
                1,
                true,
                new WouldExpire(6, 806),
                true);
    }

    static ExpiryEntry expiry(Instant at) {
        return new ExpiryEntry(
                at,
                "IDLE",
                "jdk-flow",
                FINGERPRINT,
                "com.acme.OrderFeed",
                1860,
                ExpiryOutcome.EXPIRED,
                "idle 31 min, 214 alike; opened at OrderFeed.subscribe:42");
    }

    static PoolEntry pool(String address) {
        return new PoolEntry(
                "neo4j",
                address,
                18,
                12,
                20,
                Map.of("maxConnectionPoolSize", new Clamp("100", "20")),
                null,
                List.of(),
                null);
    }
}
