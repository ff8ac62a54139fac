package io.github.leasewarden.apps.load;

import java.lang.management.ManagementFactory;

/** Reads what there is: from the JVM, from those who hold it, and from the agent. */
final class Gauges {
    private static final int COLLECTIONS = 5;
    private static final long MILLIS_BETWEEN = 400;

    private final long settling;
    private final Subscribers subscribers;
    private final Visitors visitors;
    private final Queries queries;
    private final Leases leases;

    /** @param settling nanoseconds that what was closed may take to be gone everywhere: the other end, the agent's last look */
    Gauges(long settling, Subscribers subscribers, Visitors visitors, Queries queries, Leases leases) {
        this.settling = settling;
        this.subscribers = subscribers;
        this.visitors = visitors;
        this.queries = queries;
        this.leases = leases;
    }

    /**
     * Waits until nothing is more than it should be, but not for ever.
     *
     * @param base what there was before; empty the first time, when next to nothing should be left
     */
    Readings settle(Readings base) throws InterruptedException {
        Waiting.holds(() -> base.whatGrewUntil(counts()).isEmpty(), settling);
        Readings readings = counts();
        readings.put("heap after GC (MiB)", leastHeap() >> 20);
        readings.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        return readings;
    }

    /**
     * Of several collections: the first after a round finds handles gone, and what the agent and the driver then let go of is found by the next one only (42 MiB, then 24);
     * and what somebody was just computing with is not left by a round either.
     */
    private static long leastHeap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            Thread.sleep(MILLIS_BETWEEN);
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private Readings counts() {
        Readings counts = new Readings();
        counts.put("subscriptions", subscribers.count());
        counts.put("WebSocket connections", visitors.count());
        counts.put("Neo4j connections in use", queries.connectionsInUse());
        leases.open().forEach((kind, count) -> counts.put("leases of " + kind, count));
        return counts;
    }
}
