package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

/**
 * One opening site whose leases hold connections of an exhausted pool.
 *
 * @param site where they were opened
 * @param busy how many of them work with their connection
 * @param idle how many have not used theirs for two seconds or more
 * @param longestIdleSeconds the longest of those pauses
 */
public record PoolHolderEntry(SiteEntry site, int busy, int idle, long longestIdleSeconds) {
    public PoolHolderEntry {
        requireNonNull(site, "pools.holders.site is missing");
    }
}
