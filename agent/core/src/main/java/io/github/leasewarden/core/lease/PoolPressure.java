package io.github.leasewarden.core.lease;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a collection when a full pool hides the dead. Abandonment is discovered by a collection, and an application whose threads all
 * wait for a connection allocates nothing: without this it would wait for ever for sessions that nobody can reach any more. One thread.
 */
final class PoolPressure {
    /** A call that has been waiting for so many ticks without holding anything waits for a full pool. */
    private static final int WAITING_TICKS = 10;

    private final Probes probes;
    private final Runnable collect;
    private final Consumer<String> tell;
    /** Ticks between two collections, or 0 for never. */
    private final int spacing;

    private int lastAsked;

    /**
     * @param collect makes the JVM collect; may take seconds
     * @param tell where the reason is logged
     */
    PoolPressure(Probes probes, Runnable collect, Consumer<String> tell, int spacing) {
        this.probes = probes;
        this.collect = collect;
        this.tell = tell;
        this.spacing = spacing;
    }

    /** What one look at such leases found, by rule. */
    private static final class Found {
        private @Nullable String rule;
        private int waiting;
        private int holding;
    }

    /** Call a few times a second. */
    void look(RuleState[] rules, int now) {
        if (spacing == 0 || (lastAsked != 0 && now - lastAsked < spacing)) {
            return;
        }
        Found found = new Found();
        for (RuleState rule : rules) {
            if (rule.rule().expire().abandoned() != null) {
                rule.leases().open().forEach(lease -> count(lease, now, found));
            }
        }
        if (found.waiting > 0 && found.holding > 0) {
            lastAsked = now;
            tell.accept("a pool is full: " + found.waiting + " calls of " + found.rule + " wait for more than "
                    + Sentences.span(WAITING_TICKS) + " while " + found.holding
                    + " unreleased leases hold on without a call in flight; asking for a collection to find the abandoned ones"
                    + " (gc.on-pool-pressure)");
            collect.run();
        }
    }

    private void count(Lease lease, int now, Found found) {
        if (!lease.isOpen()) {
            return;
        }
        boolean calling = lease.calls() > 0;
        boolean holds = probes.stillHolds(lease);
        if (calling && !holds && now - lease.lastUse() >= WAITING_TICKS) {
            found.rule = lease.site().rule().id();
            found.waiting++;
        } else if (!calling && holds) {
            found.holding++;
        }
    }
}
