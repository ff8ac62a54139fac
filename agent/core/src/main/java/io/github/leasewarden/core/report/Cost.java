package io.github.leasewarden.core.report;

import io.github.leasewarden.core.OwnCollections;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.reports.AgentCost;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;

/** What the agent itself costs: its threads' CPU time, its memory by count, its errors. Thread-safe. */
public final class Cost {
    /** A lease with its list node and share of its tables; see {@code docs/performance.md}. */
    private static final long BYTES_PER_LEASE = 96;

    private final LeaseRegistry registry;
    private final OwnCollections collections;
    private final AtomicLong reportWrites = new AtomicLong();

    public Cost(LeaseRegistry registry, OwnCollections collections) {
        this.registry = registry;
        this.collections = collections;
    }

    public void reportWritten() {
        reportWrites.incrementAndGet();
    }

    /** Figures now. */
    public AgentCost read(long openLeases) {
        return new AgentCost(
                cpuSeconds(),
                openLeases * BYTES_PER_LEASE,
                registry.stackCaptures(),
                LeaseHooks.suppressed(),
                registry.dropped(),
                collections.count(),
                reportWrites.get());
    }

    private static double cpuSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isThreadCpuTimeSupported()) {
            return 0;
        }
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("leasewarden-")) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos / 1e9;
    }
}
