package io.github.leasewarden.core.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One look at all open leases: counts per site what is idle and what each mode would release, and lists what is due. One thread; thrown
 * away afterwards.
 */
final class Sweep {
    private final ExpiryPolicy policy;
    private final int id;
    private final int now;
    private final List<Lease> candidates = new ArrayList<>();
    private long open;

    /** @param id differs from sweep to sweep */
    Sweep(ExpiryPolicy policy, int id, int now) {
        this.policy = policy;
        this.id = id;
        this.now = now;
    }

    void look(Lease lease) {
        if (!lease.isOpen()) {
            return;
        }
        open++;
        Site site = lease.site();
        Owner owner = lease.owner();
        boolean ownerGone = owner != null && ownerGone(owner, site);
        if (lease.calls() > 0) {
            return;
        }
        int maxAge = site.rule().maxAgeTicks();
        boolean idle = now - lease.lastUse() >= site.rule().ttlTicks();
        if (idle) {
            site.trend.countIdle(id);
        }
        if (idle || ownerGone || (maxAge > 0 && now - lease.openedAt() >= maxAge)) {
            candidates.add(lease);
        }
    }

    private boolean ownerGone(Owner owner, Site site) {
        owner.look(now);
        if (!owner.isGone()) {
            return false;
        }
        if (owner.countsFor(site)) {
            site.ownersGone.incrementAndGet();
        }
        return true;
    }

    /**
     * Decides, after all leases were looked at.
     *
     * @param sites all sites
     * @param take given what is due
     */
    void decide(Iterable<Site> sites, Consumer<Due> take) {
        for (Lease lease : candidates) {
            Site site = lease.site();
            ExpiryPolicy.Facts facts = facts(lease);
            Cause guard = policy.decide(Mode.GUARD, site.rule(), facts);
            Cause strict = policy.decide(Mode.STRICT, site.rule(), facts);
            site.trend.countDecision(id, guard != null, strict != null);
            Mode mode = site.isDisarmed() ? Mode.OBSERVE : site.rule().mode();
            Cause cause = mode == Mode.GUARD ? guard : mode == Mode.STRICT ? strict : null;
            if (cause != null && !lease.isQueued()) {
                take.accept(new Due(lease, cause, site.trend.idle(id)));
            }
        }
        for (Site site : sites) {
            site.trend.publish(id, now, site.rule().ttlTicks(), site.unreleased());
        }
    }

    long open() {
        return open;
    }

    private ExpiryPolicy.Facts facts(Lease lease) {
        Site site = lease.site();
        Owner owner = lease.owner();
        @Nullable Cause ownerEnd = owner != null && owner.isGone() ? owner.cause() : null;
        return new ExpiryPolicy.Facts(
                ownerEnd,
                ownerEnd == null || owner == null ? 0 : owner.goneFor(now),
                lease.hasAmbientOwner(),
                site.ownersGone.get(),
                now - lease.lastUse(),
                now - lease.openedAt(),
                site.isUnsampled() ? 0 : site.trend.idle(id), // many sites in one: no evidence about any
                site.trend.isRising(),
                site.longestGap());
    }
}
