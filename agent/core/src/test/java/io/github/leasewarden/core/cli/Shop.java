package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.ContainerEntry;
import io.github.leasewarden.reports.ExpiryEntry;
import io.github.leasewarden.reports.ExpiryOutcome;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.HeapPoint;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.NonHeapEntry;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.WouldExpire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Reports of a shop that forgets its sessions. */
final class Shop {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final long MIB = 1 << 20;

    private Shop() {}

    /** The same in a container that is nearly full. */
    static LeakReport inContainer() {
        LeakReport shop = report(VerdictState.STEADY, "com.acme.Shop", 1);
        return new LeakReport(
                shop.schemaVersion(),
                shop.generatedAt(),
                shop.agent(),
                shop.jvm(),
                shop.verdict(),
                shop.heap(),
                shop.suspects(),
                shop.leases(),
                shop.expiries(),
                shop.falsePositives(),
                shop.pools(),
                shop.alerts(),
                shop.rules(),
                shop.streams(),
                shop.largeResults(),
                shop.reconnects(),
                new ContainerEntry(512 * MIB, 471 * MIB, 256 * MIB, 0.8, 720L, 0L));
    }

    /** @param open sessions */
    static LeakReport report(VerdictState state, String mainClass, long open) {
        List<String> frames = List.of("com.acme.Orders.save(Orders.java:29)");
        return new LeakReport(
                LeakReport.SCHEMA_VERSION,
                NOON,
                new AgentInfo("1.2.3", "guard", 7500, AgentCost.NONE, null),
                new JvmInfo(4711, "17", "G1", mainClass),
                new VerdictEntry(state, "Sessions are opened and not released.", 5400, 0.9, 41_000L, 40),
                new HeapEntry(
                        190 * MIB,
                        256 * MIB,
                        LongStream.rangeClosed(1, 8)
                                .mapToObj(i -> new HeapPoint(NOON.minusSeconds(80 - 10 * i), i * 20 * MIB))
                                .toList(),
                        new NonHeapEntry(null, 0, 0, 1)),
                List.of(),
                List.of(new LeaseEntry(
                        "neo4j-session",
                        "neo4j.session",
                        new SiteEntry("f1", frames),
                        open + 134,
                        0,
                        0,
                        open,
                        0,
                        0,
                        Map.of("ABANDONED", 134L),
                        0,
                        false,
                        WouldExpire.NOTHING,
                        false)),
                List.of(new ExpiryEntry(
                        NOON.minusSeconds(11),
                        "ABANDONED",
                        "neo4j.session",
                        "f1",
                        null,
                        60,
                        ExpiryOutcome.EXPIRED,
                        "Released a neo4j-session because its handle was garbage collected.")),
                List.of(),
                List.of(new PoolEntry("neo4j.pool", "db:7687", 20, 20, 20, Map.of(), null, List.of(), null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
