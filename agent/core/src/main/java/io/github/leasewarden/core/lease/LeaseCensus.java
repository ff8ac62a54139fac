package io.github.leasewarden.core.lease;

import java.util.List;

/**
 * All sites at one moment.
 *
 * @param uptimeNanos {@link System#nanoTime()} distance from the agent's start; never wall-clock time
 * @param sites every site that ever opened a lease, in no particular order
 */
public record LeaseCensus(long uptimeNanos, List<SiteCount> sites) {
    public LeaseCensus {
        sites = List.copyOf(sites);
    }
}
