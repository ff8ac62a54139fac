package io.github.leasewarden.core.lease;

import org.jspecify.annotations.Nullable;

/**
 * When a lease may be released: the table of the design, as pure functions.
 *
 * <p>A leak accumulates; a rarely used singleton does not, and neither do 450 quiet subscribers opened at start-up. So in guard mode
 * idleness alone releases nothing: it takes a crowd of idle leases of one site, a site that still opens more than it releases, and a
 * TTL far beyond any pause after which this site ever used a lease again.
 */
final class ExpiryPolicy {
    /** A TTL must be this many times the longest idle gap after which a lease of the site was used again. */
    static final int GAP_FACTOR = 4;

    private final int crowd;
    private final int ownerGraceTicks;

    ExpiryPolicy(int crowd, int ownerGraceTicks) {
        this.crowd = crowd;
        this.ownerGraceTicks = ownerGraceTicks;
    }

    /**
     * What is known about one open lease and its site; times in ticks.
     *
     * @param ownerEnd how its owner ended, or null if it has none or it lives
     * @param ownerGoneFor time since then
     * @param ambientOwner whether the owner was only the scope it was opened in
     * @param siteOwnersGone distinct owners that left leases of this site behind
     * @param idle time since its last use
     * @param age time since it was opened
     * @param siteIdle how many leases of its site are idle past their TTL
     * @param siteRising whether the site opened more than it released in each of its last three TTL windows
     * @param siteLongestGap longest idle time after which the site ever used a lease again
     */
    record Facts(
            @Nullable Cause ownerEnd,
            int ownerGoneFor,
            boolean ambientOwner,
            long siteOwnersGone,
            int idle,
            int age,
            long siteIdle,
            boolean siteRising,
            int siteLongestGap) {}

    /** Why a mode would release it now, or null if it would not. */
    @Nullable
    Cause decide(Mode mode, RuleState rule, Facts facts) {
        if (mode == Mode.OBSERVE) {
            return null;
        }
        boolean strict = mode == Mode.STRICT;
        if (rule.rule().expire().onOwnerEnd()
                && facts.ownerEnd() != null
                && facts.ownerGoneFor() >= ownerGraceTicks
                && (strict || !facts.ambientOwner() || facts.siteOwnersGone() >= crowd)) {
            return facts.ownerEnd();
        }
        if (!rule.rule().expire().onIdle()) {
            return null;
        }
        if (strict && rule.maxAgeTicks() > 0 && facts.age() >= rule.maxAgeTicks()) {
            return Cause.AGE;
        }
        if (facts.idle() >= rule.ttlTicks() && (strict || isAccumulatingCrowd(rule, facts))) {
            return Cause.IDLE;
        }
        return null;
    }

    private boolean isAccumulatingCrowd(RuleState rule, Facts facts) {
        return facts.siteIdle() >= crowd
                && facts.siteRising()
                && rule.ttlTicks() >= (long) GAP_FACTOR * facts.siteLongestGap();
    }
}
