package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.lease.SiteCount;
import java.util.List;

/**
 * One site whose leases accumulate, or provably leaked.
 *
 * @param now the newest count
 * @param accumulating unreleased leases keep rising
 * @param proven the garbage collector or an owner's end says that leases of this site were forgotten
 * @param idleCrowd ever more leases are past their TTL: nobody uses what is kept
 * @param growthPerMinute unreleased leases per minute
 * @param evidence sentences
 * @param confidence 0..1
 */
public record SiteGrowth(
        SiteCount now,
        boolean accumulating,
        boolean proven,
        boolean idleCrowd,
        double growthPerMinute,
        List<String> evidence,
        double confidence) {
    public SiteGrowth {
        evidence = List.copyOf(evidence);
    }

    /** Accumulation and a second, independent fact about the same leases. */
    public boolean twoWitnesses() {
        return accumulating && (proven || idleCrowd);
    }

    /** The application's line that opened the leases, or what is known instead. */
    String where() {
        return now.frames().isEmpty()
                ? "code whose stack was not sampled (rule " + now.rule() + ")"
                : now.frames().get(0);
    }
}
