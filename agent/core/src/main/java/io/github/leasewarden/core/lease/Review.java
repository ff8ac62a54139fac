package io.github.leasewarden.core.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One look at leases that fell due: counts per site what is idle and what each mode would release, and lists what is to be released. One
 * thread; thrown away afterwards.
 */
final class Review {
    private final ExpiryPolicy policy;
    private final int pass;
    private final int now;
    private final List<Lease> candidates = new ArrayList<>();

    /** @param pass number of the pass over all due leases of the rule that this look is part of */
    Review(ExpiryPolicy policy, int pass, int now) {
        this.policy = policy;
        this.pass = pass;
        this.now = now;
    }

    /** Returns whether it is still due; in flight or used again it is not, unless its owner's end or its age say so. */
    boolean look(Lease lease) {
        Site site = lease.site();
        Owner owner = lease.owner();
        boolean lasting = owner != null && owner.isGone() || site.rule().isOverAge(lease, now);
        if (!lease.isOpen() || lease.calls() > 0) {
            return lasting || !lease.isOpen();
        }
        boolean idle = site.rule().isIdle(lease, now);
        if (idle) {
            site.trend.countIdle(pass);
        }
        if (idle || lasting) {
            candidates.add(lease);
        }
        return idle || lasting;
    }

    /**
     * Decides, after all of them were looked at.
     *
     * @param take given what is due
     */
    void decide(Consumer<Due> take) {
        for (Lease lease : candidates) {
            Site site = lease.site();
            ExpiryPolicy.Facts facts = facts(lease);
            Cause guard = policy.decide(Mode.GUARD, site.rule(), facts);
            Cause strict = policy.decide(Mode.STRICT, site.rule(), facts);
            site.trend.countDecision(pass, guard != null, strict != null);
            Mode mode = site.isDisarmed() ? Mode.OBSERVE : site.rule().mode();
            Cause cause = mode == Mode.GUARD ? guard : mode == Mode.STRICT ? strict : null;
            if (cause != null && !lease.isQueued()) {
                take.accept(new Due(lease, cause, site.trend.idle(pass)));
            }
        }
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
                site.isUnsampled() ? 0 : site.trend.idle(pass), // many sites in one: no evidence about any
                site.trend.isRising(),
                site.longestGap());
    }
}
