package io.github.leasewarden.core.lease;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one site did so far, at one moment. All counts are totals since start unless they say "open".
 *
 * @param fingerprint stable between runs: a hash of rule, kind and the application's frames
 * @param rule id of the rule that opened the leases
 * @param kind one of the contract's kinds, or a user's own
 * @param frames opening stack, the application's own frames first; empty for {@link #unsampled()}
 * @param className class of the tracked handle, or null if nothing was opened yet
 * @param unsampled true for the one entry per rule that stands for opens whose stack the budget did not allow
 * @param opened leases opened
 * @param released leases the application released itself
 * @param collected leases that ended because the tracked object was collected and nothing was left to release
 * @param expired leases the agent released
 * @param failed releases by the agent that threw, timed out or were quarantined
 * @param open leases open now
 * @param idlePastTtl open leases not used for longer than the kind's TTL
 * @param abandoned leases, open or expired, whose handle was collected although it was never released: a proof, not a guess
 * @param ownersGone distinct owners that ended while leases of this site were still open (still open or since expired)
 * @param wouldExpireGuard open leases that guard mode would expire now
 * @param wouldExpireStrict open leases that strict mode would expire now
 * @param disarmed true once an expired lease of this site was used again: the site is only observed from then on
 */
public record SiteCount(
        String fingerprint,
        String rule,
        String kind,
        List<String> frames,
        @Nullable String className,
        boolean unsampled,
        long opened,
        long released,
        long collected,
        long expired,
        long failed,
        long open,
        long idlePastTtl,
        long abandoned,
        long ownersGone,
        long wouldExpireGuard,
        long wouldExpireStrict,
        boolean disarmed) {

    public SiteCount {
        frames = List.copyOf(frames);
    }

    /** Leases the application opened and neither released nor let the library drop: what it owes, whether or not we expired it. */
    public long unreleased() {
        return opened - released - collected;
    }
}
