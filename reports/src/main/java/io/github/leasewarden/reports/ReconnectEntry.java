package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint at which connects failed.
 *
 * @param endpoint host and port
 * @param rule id of the rule that saw it
 * @param failures connects that failed
 * @param inARow of these, how many since the last that succeeded
 * @param storms how often so many failed in so short a time that it was a storm
 * @param storming whether there is one now
 * @param waiting threads that are delayed now
 * @param delays connects the agent delayed
 * @param delayedMillis all these delays together
 * @param exempt connects in a storm that were not delayed because their thread must not wait
 * @param lastFailure class of the last failure, or what is known instead
 * @param lastFailedAt when that was, UTC, or null if nothing failed
 */
public record ReconnectEntry(
        String endpoint,
        String rule,
        long failures,
        long inARow,
        long storms,
        boolean storming,
        int waiting,
        long delays,
        long delayedMillis,
        long exempt,
        String lastFailure,
        @Nullable Instant lastFailedAt) {
    public ReconnectEntry {
        requireNonNull(endpoint, "reconnects.endpoint is missing");
        requireNonNull(rule, "reconnects.rule is missing");
        requireNonNull(lastFailure, "reconnects.lastFailure is missing");
    }
}
