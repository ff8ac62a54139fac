package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Rule;
import java.util.List;

/**
 * A rule at run time: its settings and the site for opens without a stack. Immutable but for that site's counts.
 */
public final class RuleState {
    private final Rule rule;
    private final Mode mode;
    private final int ttlTicks;
    private final int maxAgeTicks;
    private final Site unsampled;

    /**
     * @param ttlTicks idle time of its kind in {@link CoarseClock} ticks
     * @param maxAgeTicks the most a lease may live in strict mode, or 0 for ever
     */
    RuleState(Rule rule, Mode mode, int ttlTicks, int maxAgeTicks, String unsampledFingerprint, Lanes lanes) {
        this.rule = rule;
        this.mode = mode;
        this.ttlTicks = ttlTicks;
        this.maxAgeTicks = maxAgeTicks;
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
}
