package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A mistake of the agent: it expired a lease that the application then used.
 *
 * @param rule id of the rule that made the lease
 * @param site fingerprint of the opening site, which is disarmed
 * @param openedAt UTC
 * @param expiredAt UTC
 * @param usedAt the first use after the expiry, UTC
 * @param openFrames the stack that opened it, the application's own frames first; empty when none was captured
 * @param useFrames the stack that used it, the application's own frames first
 */
public record FalsePositiveEntry(
        String rule,
        String site,
        Instant openedAt,
        Instant expiredAt,
        Instant usedAt,
        List<String> openFrames,
        List<String> useFrames) {

    public FalsePositiveEntry {
        requireNonNull(rule, "falsePositives.rule is missing");
        requireNonNull(site, "falsePositives.site is missing");
        requireNonNull(openedAt, "falsePositives.openedAt is missing");
        requireNonNull(expiredAt, "falsePositives.expiredAt is missing");
        requireNonNull(usedAt, "falsePositives.usedAt is missing");
        openFrames = Values.list(openFrames);
        useFrames = Values.list(useFrames);
    }
}
