package io.github.leasewarden.core.sampling;

import java.util.List;

/**
 * Who has the connections of a pool that ran empty, and who wants some, at one moment. Leases do not say which address their connection
 * goes to, so with several addresses this is about all of them.
 *
 * @param waiting calls that have no connection and want one
 * @param peak the most connections ever seen in use or wanted at one moment
 * @param holders who has them, the site with the most first
 */
public record PoolDemand(int waiting, int peak, List<Holder> holders) {
    public PoolDemand {
        holders = List.copyOf(holders);
    }

    /**
     * One opening site whose leases hold connections.
     *
     * @param fingerprint of the site
     * @param frames of the site, the application's own first
     * @param busy leases that hold one and work with it
     * @param idle leases that hold one and have not used it for a while
     * @param longestIdleMillis the longest of those pauses
     */
    public record Holder(String fingerprint, List<String> frames, int busy, int idle, long longestIdleMillis) {
        public Holder {
            frames = List.copyOf(frames);
        }
    }

    /** Connections held by leases that do not use them. */
    public int idle() {
        return holders.stream().mapToInt(Holder::idle).sum();
    }

    /** Connections at work. */
    public int busy() {
        return holders.stream().mapToInt(Holder::busy).sum();
    }
}
