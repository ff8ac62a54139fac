package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That the agent was taken out of the running application. Leases and expiries stand as they were then.
 *
 * @param since when it was, UTC
 * @param reason what asked for it, for example {@code the file off in the report directory}
 */
public record SwitchedOff(Instant since, String reason) {
    public SwitchedOff {
        requireNonNull(since, "agent.off.since is missing");
        requireNonNull(reason, "agent.off.reason is missing");
    }
}
