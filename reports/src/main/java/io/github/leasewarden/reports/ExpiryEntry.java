package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lease the agent released, or tried to.
 *
 * @param at when, UTC
 * @param cause for example {@code ABANDONED}, {@code OWNER_CLOSED}, {@code OWNER_COLLECTED}, {@code IDLE}
 * @param rule id of the rule that made the lease
 * @param site fingerprint of the opening site; its frames are in {@code leases}
 * @param ownerClass class of the owner whose end caused it; null when it had none
 * @param idleSeconds since the lease was last used
 * @param outcome how the release ended
 * @param sentence all of this for a human, for example "idle 31 min, 214 alike; opened at OrderFeed.subscribe:42"
 */
public record ExpiryEntry(
        Instant at,
        String cause,
        String rule,
        String site,
        @Nullable String ownerClass,
        long idleSeconds,
        ExpiryOutcome outcome,
        String sentence) {

    public ExpiryEntry {
        requireNonNull(at, "expiries.at is missing");
        requireNonNull(cause, "expiries.cause is missing");
        requireNonNull(rule, "expiries.rule is missing");
        requireNonNull(site, "expiries.site is missing");
        requireNonNull(outcome, "expiries.outcome is missing");
        requireNonNull(sentence, "expiries.sentence is missing");
    }
}
