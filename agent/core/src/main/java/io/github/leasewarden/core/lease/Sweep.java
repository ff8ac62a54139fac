package io.github.leasewarden.core.lease;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One look at all open leases: counts per site what is idle, whose owner ended and what each mode would release, and lists the leases that are due. One
 * thread; thrown away afterwards.
 */
final class Sweep {

    /** A lease the policy may want released. */
    record Due(Lease lease, Cause cause, String reason) {}

    /** What the sweep counted for one site. */
    private static final class Tally {
        private long idle;
        private long guard;
        private long strict;
        private final List<Lease> candidates = new ArrayList<>();
    }

    private final ExpiryPolicy policy;
    private final int now;
    private final Map<Site, Tally> tallies = new HashMap<>();
    private final List<Due> due = new ArrayList<>();
    private long open;

    Sweep(ExpiryPolicy policy, int now) {
        this.policy = policy;
        this.now = now;
    }

    void look(Lease lease) {
        if (!lease.isOpen()) {
            return;
        }
        open++;
        Tally tally = tallies.computeIfAbsent(lease.site(), site -> new Tally());
        RuleState rule = lease.site().rule();
        boolean idle = lease.calls() == 0 && now - lease.lastUse() >= rule.ttlTicks();
        if (idle) {
            tally.idle++;
        }
        Owner owner = lease.owner();
        if (owner != null) {
            owner.look(now);
            if (owner.isGone() && owner.countsFor(lease.site())) {
                lease.site().ownersGone.incrementAndGet();
            }
        }
        boolean old = rule.maxAgeTicks() > 0 && now - lease.openedAt() >= rule.maxAgeTicks();
        if (lease.calls() == 0 && (idle || old || (owner != null && owner.isGone()))) {
            tally.candidates.add(lease);
        }
    }

    /** Decides; call once, after all leases were looked at. */
    List<Due> decide(Iterable<Site> sites) {
        for (Map.Entry<Site, Tally> entry : tallies.entrySet()) {
            decide(entry.getKey(), entry.getValue());
        }
        for (Site site : sites) {
            Tally tally = tallies.get(site);
            site.trend.idlePastTtl = tally == null ? 0 : tally.idle;
            site.trend.wouldExpireGuard = tally == null ? 0 : tally.guard;
            site.trend.wouldExpireStrict = tally == null ? 0 : tally.strict;
            site.trend.observe(now, site.rule().ttlTicks(), site.unreleased());
        }
        return due;
    }

    long open() {
        return open;
    }

    private void decide(Site site, Tally tally) {
        RuleState rule = site.rule();
        Mode mode = site.isDisarmed() ? Mode.OBSERVE : rule.mode();
        for (Lease lease : tally.candidates) {
            ExpiryPolicy.Facts facts = facts(lease, tally.idle);
            Cause guard = policy.decide(Mode.GUARD, rule, facts);
            Cause strict = policy.decide(Mode.STRICT, rule, facts);
            tally.guard += guard == null ? 0 : 1;
            tally.strict += strict == null ? 0 : 1;
            Cause cause = mode == Mode.GUARD ? guard : mode == Mode.STRICT ? strict : null;
            if (cause != null) {
                due.add(new Due(lease, cause, reason(lease, cause, tally.idle)));
            }
        }
    }

    private ExpiryPolicy.Facts facts(Lease lease, long siteIdle) {
        Owner owner = lease.owner();
        @Nullable Cause ownerEnd = owner != null && owner.isGone() ? owner.cause() : null;
        return new ExpiryPolicy.Facts(
                ownerEnd,
                ownerEnd == null || owner == null ? 0 : owner.goneFor(now),
                lease.hasAmbientOwner(),
                lease.site().ownersGone.get(),
                now - lease.lastUse(),
                now - lease.openedAt(),
                lease.site().isUnsampled() ? 0 : siteIdle, // many sites in one: no evidence about any
                lease.site().trend.isRising(),
                lease.site().longestGap());
    }

    private String reason(Lease lease, Cause cause, long siteIdle) {
        Owner owner = lease.owner();
        switch (cause) {
            case OWNER_CLOSED:
            case OWNER_COLLECTED:
                return "its owner, a "
                        + (owner == null ? "?" : owner.className())
                        + (cause == Cause.OWNER_CLOSED ? ", was closed " : ", was collected ")
                        + Sentences.ago(owner == null ? 0 : owner.goneFor(now))
                        + "; "
                        + lease.site().ownersGone.get()
                        + " owners left such leases behind";
            case AGE:
                return "it is " + Sentences.span(now - lease.openedAt()) + " old, the configured maximum";
            default:
                return "it is idle for " + Sentences.span(now - lease.lastUse()) + ", " + siteIdle
                        + " alike of a site that opens more than it releases";
        }
    }
}
