package io.github.leasewarden.core.lease;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * When the expirer has to look at which lease: takes in what was opened since the last tick, hears of the ends of owners, and reviews what
 * fell due. A use costs nothing here. The expirer's thread only, but for {@link RuleLeases#open()} of its rules.
 */
final class Schedule {
    private final LeaseRegistry registry;
    private final ExpiryPolicy policy;
    private final int ownerGrace;
    /** Owners that ended, oldest first, until their grace is over. */
    private final ArrayDeque<Owner> endedOwners = new ArrayDeque<>();

    Schedule(LeaseRegistry registry, ExpiryPolicy policy, int ownerGrace) {
        this.registry = registry;
        this.policy = policy;
        this.ownerGrace = ownerGrace;
    }

    /** Call every tick. */
    void tick(int now) {
        registry.newLeases().takeNew(lease -> takeIn(lease, now));
        registry.owners().takeEnded(now, endedOwners::add);
        while (!endedOwners.isEmpty() && endedOwners.element().goneFor(now) >= ownerGrace) {
            endedOwners.remove().takeLeases(this::suspect);
        }
        for (RuleState rule : registry.rules()) {
            rule.leases().turn(now);
        }
    }

    private void takeIn(Lease lease, int now) {
        if (lease.isTakenIn()) {
            return;
        }
        lease.setTakenIn();
        lease.site().rule().leases().add(lease, now);
        Owner owner = lease.owner();
        if (owner != null && owner.isGone() && owner.goneFor(now) >= ownerGrace) {
            suspect(lease);
        } else if (owner != null) {
            owner.own(lease);
        }
    }

    private void suspect(Lease lease) {
        Owner owner = lease.owner();
        if (!lease.isOpen() || owner == null) {
            return;
        }
        Site site = lease.site();
        if (owner.countsFor(site)) {
            site.ownersGone.incrementAndGet();
        }
        site.rule().leases().suspect(lease);
    }

    /**
     * Reviews what is due.
     *
     * @param most how many leases of a rule are looked at, at most
     * @param due given what is to be released
     * @return open leases
     */
    long sweep(int now, int most, Consumer<Due> due) {
        RuleState[] rules = registry.rules();
        for (RuleState rule : rules) {
            rule.leases().review(most, now, policy, due);
        }
        Map<RuleState, Long> openByRule = new HashMap<>();
        for (Site site : sites()) {
            RuleState rule = site.rule();
            rule.leases().publish(site.trend);
            site.trend.window(now, rule.ttlTicks(), site.unreleased());
            openByRule.merge(rule, site.open(), Long::sum);
        }
        long all = 0;
        for (RuleState rule : rules) {
            long open = openByRule.getOrDefault(rule, 0L);
            rule.leases().compact(open);
            all += Math.min(open, rule.leases().size());
        }
        return all;
    }

    private List<Site> sites() {
        List<Site> sites = new ArrayList<>(registry.sites().all());
        for (RuleState rule : registry.rules()) {
            sites.add(rule.unsampled());
        }
        return sites;
    }
}
