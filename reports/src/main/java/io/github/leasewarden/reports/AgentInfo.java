package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The agent that made the report.
 *
 * @param version of the agent's jar
 * @param mode {@code observe}, {@code guard} or {@code strict}
 * @param uptimeSeconds since the agent started
 * @param cost what watching has cost so far
 * @param off since when and why it does nothing any more; null while it works, and in reports of earlier versions
 */
public record AgentInfo(
        String version,
        String mode,
        long uptimeSeconds,
        AgentCost cost,
        @Nullable SwitchedOff off) {
    public AgentInfo {
        requireNonNull(version, "agent.version is missing");
        requireNonNull(mode, "agent.mode is missing");
        requireNonNull(cost, "agent.cost is missing");
    }
}
