package io.github.leasewarden.core.lease;

import io.github.leasewarden.core.sampling.PoolDemand;
import io.github.leasewarden.core.sampling.PoolSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds out who has the connections of a pool that ran empty. Looks at all open leases of the pool's rules, so ask only then. Agent threads only. */
public final class PoolDemands {
    /** A connection not used for so long is held idly; a busy service uses one in far less. */
    private static final int IDLE_TICKS = 20;

    private final LeaseRegistry registry;
    private final Probes probes;
    private final Map<String, Integer> peaks = new HashMap<>();

    public PoolDemands(LeaseRegistry registry, Consumer<Class<?>> opener) {
        this.registry = registry;
        this.probes = new Probes(new Reflection(opener));
    }

    private static final class Held {
        private int busy;
        private int idle;
        private int longestIdle;
    }

    private static final class Found {
        private int waiting;
        private final Map<Site, Held> sites = new HashMap<>();
    }

    /** The same pools, those that are exhausted with their demand. */
    public List<PoolSample> explain(List<PoolSample> pools) {
        List<PoolSample> explained = new ArrayList<>();
        for (PoolSample pool : pools) {
            explained.add(pool.exhausted() ? pool.withDemand(read(pool.family())) : pool);
        }
        return explained;
    }

    private PoolDemand read(String family) {
        int now = registry.clock().now();
        Found found = new Found();
        for (RuleState rule : registry.rules()) {
            if (rule.rule().expire().abandoned() != null
                    && PoolSample.family(rule.id()).equals(family)) {
                rule.leases().open().forEach(lease -> count(lease, now, found));
            }
        }
        List<PoolDemand.Holder> holders = new ArrayList<>();
        int held = 0;
        for (Map.Entry<Site, Held> entry : found.sites.entrySet()) {
            Site site = entry.getKey();
            Held of = entry.getValue();
            held += of.busy + of.idle;
            holders.add(new PoolDemand.Holder(site.fingerprint(), site.frames(), of.busy, of.idle, (long)
                    (1000 * CoarseClock.seconds(of.longestIdle))));
        }
        holders.sort(Comparator.comparingInt((PoolDemand.Holder holder) -> -(holder.busy() + holder.idle())));
        int peak = peaks.merge(family, held + found.waiting, Math::max);
        return new PoolDemand(found.waiting, peak, holders);
    }

    private void count(Lease lease, int now, Found found) {
        if (!lease.isOpen()) {
            return;
        }
        boolean calling = lease.calls() > 0;
        if (!probes.stillHolds(lease)) {
            found.waiting += calling ? 1 : 0;
            return;
        }
        Held held = found.sites.computeIfAbsent(lease.site(), site -> new Held());
        int idle = now - lease.lastUse();
        if (calling || idle < IDLE_TICKS) {
            held.busy++;
        } else {
            held.idle++;
            held.longestIdle = Math.max(held.longestIdle, idle);
        }
    }
}
