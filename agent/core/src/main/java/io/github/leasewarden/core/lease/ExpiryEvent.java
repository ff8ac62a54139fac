package io.github.leasewarden.core.lease;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One release by the agent, or an attempt at it.
 *
 * @param at wall-clock time, for people
 * @param cause why
 * @param rule id of the rule
 * @param kind kind of the lease
 * @param fingerprint fingerprint of its site
 * @param siteLine first frame of its site
 * @param ownerClass class of the owner that ended, or null
 * @param idleSeconds time since its last use
 * @param outcome what became of it
 * @param sentence all of this in words, with the reason
 */
public record ExpiryEvent(
        Instant at,
        Cause cause,
        String rule,
        String kind,
        String fingerprint,
        String siteLine,
        @Nullable String ownerClass,
        double idleSeconds,
        Outcome outcome,
        String sentence) {

    /** What became of a release. */
    public enum Outcome {
        EXPIRED,
        FAILED,
        TIMEOUT
    }
}
