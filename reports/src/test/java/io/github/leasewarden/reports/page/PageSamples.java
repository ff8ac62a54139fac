package io.github.leasewarden.reports.page;

import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.AlertEntry;
import io.github.leasewarden.reports.AlertLevel;
import io.github.leasewarden.reports.Clamp;
import io.github.leasewarden.reports.ExpiryEntry;
import io.github.leasewarden.reports.ExpiryOutcome;
import io.github.leasewarden.reports.FalsePositiveEntry;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.NonHeapEntry;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.PoolHolderEntry;
import io.github.leasewarden.reports.RuleEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.WouldExpire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A day in the life of a leaking shop: what a page has to show in the worst ordinary case. */
final class PageSamples {
    static final Instant NOW = Instant.parse("2026-11-23T03:07:42Z");
    static final String SAVE = "com.acme.shop.OrderRepository.save(OrderRepository.java:29)";
    private static final long MIB = 1024 * 1024;

    private PageSamples() {}

    /** @param sites how many places open leases; the first three leak */
    static LeakReport report(int sites) {
        List<LeaseEntry> leases = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            leases.add(lease(i));
        }
        return new LeakReport(
                LeakReport.SCHEMA_VERSION,
                NOW,
                new AgentInfo("0.1.0", "guard", 86_400, new AgentCost(41.2, 3 * MIB, 1890, 0, 0, 12, 1440), null),
                new JvmInfo(4711, "17.0.15+6", "G1", "com.acme.shop.ShopApplication"),
                new VerdictEntry(
                        VerdictState.LEAK,
                        SAVE
                                + " opens neo4j-session leases and does not release them: 672 unreleased, 9 more per minute."
                                + " 670 of them lost their handle to the garbage collector. The heap after GC grows with them.",
                        5_400,
                        0.97,
                        41_000L,
                        8640),
                new HeapEntry(742 * MIB, 1024 * MIB, List.of(), new NonHeapEntry(1480 * MIB, 64 * MIB, 121 * MIB, 214)),
                suspects(),
                leases,
                expiries(LeakReport.MAX_EXPIRIES),
                List.of(new FalsePositiveEntry(
                        "jdk.property-change.named",
                        fingerprint(5),
                        NOW.minusSeconds(9000),
                        NOW.minusSeconds(5400),
                        NOW.minusSeconds(5000),
                        frames(5),
                        frames(9))),
                List.of(
                        new PoolEntry(
                                "neo4j.pool.bolt",
                                "graph.acme.com:7687",
                                20,
                                20,
                                20,
                                Map.of(
                                        "neo4j.pool.max",
                                        new Clamp("100", "20"),
                                        "neo4j.pool.lifetime",
                                        new Clamp("3600000 ms", "1800000 ms")),
                                7,
                                List.of(new PoolHolderEntry(new SiteEntry(fingerprint(0), frames(0)), 1, 19, 311)),
                                "19 of 20 connections have not been used for 5 s or more: they leaked. Close the sessions of "
                                        + SAVE + "."),
                        new PoolEntry(
                                "neo4j.pool.bolt",
                                "graph-replica.acme.com:7687",
                                14,
                                6,
                                20,
                                Map.of(),
                                null,
                                List.of(),
                                null)),
                List.of(
                        new AlertEntry(
                                NOW.minusSeconds(7200),
                                AlertLevel.WARN,
                                "heap",
                                "Heap after GC is at 70 % of 1.0 GiB.",
                                null),
                        new AlertEntry(
                                NOW.minusSeconds(600),
                                AlertLevel.CRITICAL,
                                "heap",
                                "The pool graph.acme.com:7687 is full: 20 of 20 connections are lent.",
                                null)),
                List.of(
                        new RuleEntry("neo4j.session", "Neo4j Java driver", 6, "active"),
                        new RuleEntry("jdk.property-change.named", "java.beans", 2, "active"),
                        new RuleEntry("reactor.subscriber", "Reactor", 0, "waiting: none of its classes was loaded")),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static List<SuspectEntry> suspects() {
        return List.of(
                new SuspectEntry(
                        1,
                        fingerprint(0),
                        SuspectType.SITE,
                        "neo4j-session",
                        "neo4j.session",
                        "org.neo4j.driver.internal.InternalSession",
                        null,
                        672,
                        9.2,
                        18 * MIB,
                        frames(0),
                        List.of(
                                "Unreleased leases went from 4 to 672 within 74 min (9 more per minute).",
                                "The handles of 670 leases were garbage collected without a release: nobody can release them any more."),
                        0.97),
                new SuspectEntry(
                        2,
                        fingerprint(1),
                        SuspectType.SITE,
                        "listener",
                        "jdk.property-change.named",
                        "com.acme.shop.ChatRoom$1",
                        "com.acme.shop.Inventory.changes",
                        412,
                        2.4,
                        3 * MIB,
                        frames(1),
                        List.of(
                                "204 owners of the class org.glassfish.tyrus.core.TyrusSession ended and left such leases behind."),
                        0.81),
                new SuspectEntry(
                        3,
                        fingerprint(99),
                        SuspectType.CLASS,
                        null,
                        null,
                        "com.acme.shop.OrderSnapshot",
                        "com.acme.shop.OrderRepository.cache",
                        91_220,
                        640,
                        210 * MIB,
                        List.of(),
                        List.of("Instances rose in each of 5 censuses, from 12,004 to 91,220."),
                        0.64));
    }

    static List<String> frames(int site) {
        String[] names = {
            "OrderRepository.save(OrderRepository.java:29)",
            "ChatRoom.onOpen(ChatRoom.java:25)",
            "PriceFeed.subscribe(PriceFeed.java:61)",
            "StockTicker.start(StockTicker.java:112)",
            "InvoiceJob.run(InvoiceJob.java:88)"
        };
        String first = site < names.length
                ? names[site]
                : "module" + site + ".Service" + site + ".open(Service" + site + ".java:" + (17 + site) + ")";
        return List.of(
                "com.acme.shop." + first,
                "com.acme.shop.CheckoutService.placeOrder(CheckoutService.java:143)",
                "com.acme.shop.web.OrderController.post(OrderController.java:57)",
                "org.springframework.web.servlet.FrameworkServlet.service(FrameworkServlet.java:885)",
                "java.base/java.lang.Thread.run(Thread.java:840)");
    }

    static String fingerprint(int site) {
        return String.format("%016x", 0x9e3779b97f4a7c15L * (site + 1));
    }

    private static LeaseEntry lease(int i) {
        String kind = i % 3 == 0 ? "neo4j-session" : i % 3 == 1 ? "listener" : "subscription";
        long open = i == 0 ? 672 : i == 1 ? 412 : i == 2 ? 214 : 40 / (i + 1);
        return new LeaseEntry(
                kind,
                "rule." + kind,
                new SiteEntry(fingerprint(i), frames(i)),
                90_000 / (i + 1),
                80_000 / (i + 1),
                3,
                open,
                open / 2,
                i == 0 ? 670 : 0,
                i < 3 ? Map.of("ABANDONED", 120L, "IDLE", 14L) : Map.of(),
                0,
                i == 5,
                WouldExpire.NOTHING,
                false);
    }

    private static List<ExpiryEntry> expiries(int n) {
        List<ExpiryEntry> expiries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean listener = i % 4 == 1;
            expiries.add(new ExpiryEntry(
                    NOW.minusSeconds(11L * (n - i)),
                    listener ? "OWNER_CLOSED" : "ABANDONED",
                    listener ? "jdk.property-change.named" : "neo4j.session",
                    fingerprint(listener ? 1 : 0),
                    listener ? "org.glassfish.tyrus.core.TyrusSession" : null,
                    5 + i % 60,
                    i % 37 == 0 ? ExpiryOutcome.TIMEOUT : ExpiryOutcome.EXPIRED,
                    listener
                            ? "Released a listener because its owner, a org.glassfish.tyrus.core.TyrusSession, was closed 5 s ago; 204 owners left such leases behind; opened at com.acme.shop.ChatRoom.onOpen(ChatRoom.java:25)"
                            : "Released a neo4j-session because its handle was garbage collected; opened at " + SAVE));
        }
        return expiries;
    }

    /** One point every ten seconds for so long, ending now. */
    static List<HistoryPoint> history(Duration length) {
        SplittableRandom random = new SplittableRandom(7);
        int n = Math.toIntExact(length.toSeconds() / 10);
        List<HistoryPoint> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double part = (double) i / n;
            double wave = Math.sin(part * 21) * 26;
            long used =
                    Math.round((240 + 470 * Math.max(0, part - 0.35) / 0.65 + wave + random.nextDouble() * 34) * MIB);
            VerdictState state = part < 0.02
                    ? VerdictState.NOT_ENOUGH_DATA
                    : part < 0.5 ? VerdictState.STEADY : part < 0.68 ? VerdictState.GROWING : VerdictState.LEAK;
            Map<String, Long> sites = new LinkedHashMap<>();
            sites.put(fingerprint(0), Math.round(672 * Math.max(0, part - 0.3) / 0.7));
            sites.put(fingerprint(1), Math.round(412 * part));
            sites.put(fingerprint(2), 180 + Math.round(34 * Math.sin(part * 40)));
            sites.put(fingerprint(3), 10 + random.nextLong(4));
            sites.put(fingerprint(4), random.nextLong(9));
            points.add(new HistoryPoint(
                    NOW.minusSeconds(10L * (n - 1 - i)),
                    used,
                    1024 * MIB,
                    state,
                    Map.of("neo4j-session", sites.get(fingerprint(0)), "listener", 412L),
                    sites));
        }
        return points;
    }
}
