package io.github.leasewarden.core.lease;

import java.util.ArrayList;
import java.util.List;

/** Takes immutable pictures of all sites, for detectors and reports. */
public final class Censuses {
    private final LeaseRegistry registry;

    public Censuses(LeaseRegistry registry) {
        this.registry = registry;
    }

    /** All sites that ever opened a lease, except those of the agent's own self-test. */
    public LeaseCensus take() {
        List<SiteCount> counts = new ArrayList<>();
        for (Site site : sites()) {
            counts.add(count(site));
        }
        return new LeaseCensus(registry.clock().uptimeNanos(), counts);
    }

    /** The sites themselves, for what a count does not hold. */
    List<Site> sites() {
        List<Site> sites = new ArrayList<>(registry.sites().all());
        for (RuleState rule : registry.rules()) {
            sites.add(rule.unsampled());
        }
        sites.removeIf(site -> site.opened.sum() == 0 || site.rule().kind().equals(Kinds.SELFTEST));
        return sites;
    }

    private static SiteCount count(Site site) {
        // opened last: a lease that ends meanwhile must not make the balance negative
        long released = site.released.sum();
        long collected = site.collected.get();
        long opened = site.opened.sum();
        return new SiteCount(
                site.fingerprint(),
                site.rule().id(),
                site.rule().kind(),
                site.frames(),
                site.handleClass(),
                site.isUnsampled(),
                opened,
                released,
                collected,
                site.expired.get(),
                site.failed.get(),
                site.open(),
                site.trend.idlePastTtl(),
                site.abandoned.get(),
                site.ownersGone.get(),
                site.trend.wouldExpireGuard() + site.onlyObserved(),
                site.trend.wouldExpireStrict() + site.onlyObserved(),
                site.isDisarmed());
    }
}
