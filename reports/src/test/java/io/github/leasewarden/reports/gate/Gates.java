package io.github.leasewarden.reports.gate;

import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.NonHeapEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.WouldExpire;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reports for the gate's tests. */
final class Gates {
    static final List<String> FEED =
            List.of("app//com.acme.OrderFeed.subscribe(OrderFeed.java:42)", "com.acme.Shop$Main.run(Shop.java:7)");

    private Gates() {}

    static LeakReport report(VerdictState verdict, List<SuspectEntry> suspects, List<LeaseEntry> leases) {
        return new LeakReport(
                LeakReport.SCHEMA_VERSION,
                Instant.EPOCH,
                new AgentInfo("1.2.3", "guard", 1, AgentCost.NONE, null),
                new JvmInfo(1, "17", "G1", "com.acme.Shop"),
                new VerdictEntry(verdict, "Subscriptions accumulate.", 0, 0, null, 0),
                new HeapEntry(null, 1, List.of(), new NonHeapEntry(null, 0, 0, 1)),
                suspects,
                leases,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    static SuspectEntry suspect(String fingerprint, SuspectType type, List<String> frames) {
        boolean site = type == SuspectType.SITE;
        return new SuspectEntry(
                1,
                fingerprint,
                type,
                site ? "subscription" : null,
                site ? "jdk.submission-publisher" : null,
                "com.acme.Entry",
                null,
                7,
                2,
                null,
                frames,
                List.of("7 open, 2 more every minute."),
                0.9);
    }

    static LeaseEntry lease(String fingerprint, long abandoned, Map<String, Long> expired) {
        return new LeaseEntry(
                "subscription",
                "jdk.submission-publisher",
                new SiteEntry(fingerprint, FEED),
                9,
                1,
                0,
                7,
                0,
                abandoned,
                expired,
                0,
                false,
                new WouldExpire(0, 0),
                false);
    }

    /** One leaking site, one leaking class, one site with a lost lease. */
    static LeakReport leaking() {
        return report(
                VerdictState.LEAK,
                List.of(suspect("site1", SuspectType.SITE, FEED), suspect("class1", SuspectType.CLASS, List.of())),
                List.of(lease("site1", 0, Map.of()), lease("site2", 2, Map.of("OWNER_CLOSED", 3L))));
    }
}
