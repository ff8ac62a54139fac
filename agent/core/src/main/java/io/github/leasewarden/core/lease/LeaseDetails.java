package io.github.leasewarden.core.lease;

import io.github.leasewarden.reports.FalsePositiveEntry;
import io.github.leasewarden.reports.LargeResultEntry;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.WouldExpire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report's lease sections.
 *
 * @param leases one entry a site
 * @param falsePositives uses of leases the agent had released
 * @param largeResults sites that collected too many rows at once
 */
public record LeaseDetails(
        List<LeaseEntry> leases, List<FalsePositiveEntry> falsePositives, List<LargeResultEntry> largeResults) {

    /** Reads them now. */
    public static LeaseDetails of(LeaseRegistry registry, Instant now) {
        Censuses censuses = new Censuses(registry);
        List<LeaseEntry> entries = new ArrayList<>();
        for (Site site : censuses.sites()) {
            entries.add(entry(site));
        }
        List<FalsePositiveEntry> mistakes = new ArrayList<>();
        for (LateUses.LateUse use : registry.lateUses().newest()) {
            mistakes.add(mistake(use, registry.clock().now(), now));
        }
        return new LeaseDetails(entries, mistakes, registry.largeResults().all());
    }

    private static LeaseEntry entry(Site site) {
        Map<String, Long> expired = new LinkedHashMap<>();
        for (Cause cause : Cause.values()) {
            long count = site.expiredBy[cause.ordinal()].get();
            if (count > 0) {
                expired.put(cause.name(), count);
            }
        }
        return new LeaseEntry(
                site.rule().kind(),
                site.rule().id(),
                new SiteEntry(site.fingerprint(), site.frames()),
                site.opened.sum(),
                site.released.sum(),
                site.collected.get(),
                site.open(),
                site.trend.idlePastTtl(),
                site.abandoned.get(),
                expired,
                site.failed.get(),
                site.isDisarmed(),
                new WouldExpire(
                        site.trend.wouldExpireGuard() + site.onlyObserved(),
                        site.trend.wouldExpireStrict() + site.onlyObserved()),
                site.isUnsampled());
    }

    private static FalsePositiveEntry mistake(LateUses.LateUse use, int tick, Instant now) {
        Lease lease = use.lease();
        return new FalsePositiveEntry(
                lease.site().rule().id(),
                lease.site().fingerprint(),
                at(lease.openedAt(), tick, now),
                at(lease.lastUse(), tick, now),
                at(use.usedAt(), tick, now),
                lease.site().frames(),
                use.useFrames());
    }

    private static Instant at(int then, int tick, Instant now) {
        return now.minus(Duration.ofMillis(100L * (tick - then)));
    }
}
