package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Rule;
import java.util.List;

/**
 * A rule at run time: its settings and the site for opens without a stack. Immutable but for that site's counts and the open leases.
 */
public final class RuleState {
    private final Rule rule;
    private final Mode mode;
    private final int ttlTicks;
    private final int maxAgeTicks;
    private final Site unsampled;
    private final RuleLeases leases;

    /**
     * @param ttlTicks idle time of its kind in {@link CoarseClock} ticks
     * @param maxAgeTicks the most a lease may live in strict mode, or 0 for ever
     */
    RuleState(Rule rule, Mode mode, int ttlTicks, int maxAgeTicks, String unsampledFingerprint, Lanes lanes) {
        this.rule = rule;
        this.mode = mode;
        this.ttlTicks = ttlTicks;
        this.maxAgeTicks = maxAgeTicks;
        this.leases = new RuleLeases(this);
        this.unsampled = new Site(this, List.of(), unsampledFingerprint, lanes, false);
    }

    public Rule rule() {
        return rule;
    }

    String id() {
        return rule.id();
    }

    String kind() {
        return rule.kind();
    }

    Mode mode() {
        return mode;
    }

    int ttlTicks() {
        return ttlTicks;
    }

    int maxAgeTicks() {
        return maxAgeTicks;
    }

    Site unsampled() {
        return unsampled;
    }

    /** Its open leases; agent threads only. */
    RuleLeases leases() {
        return leases;
    }

    /** Tick at which a lease is due unless it is used before. */
    int dueAt(Lease lease) {
        int idle = lease.lastUse() + ttlTicks;
        return maxAgeTicks == 0 ? idle : Math.min(idle, lease.openedAt() + maxAgeTicks);
    }

    boolean isIdle(Lease lease, int now) {
        return now - lease.lastUse() >= ttlTicks;
    }

    boolean isOverAge(Lease lease, int now) {
        return maxAgeTicks > 0 && now - lease.openedAt() >= maxAgeTicks;
    }
}
