package io.github.leasewarden.core.sampling;

import java.util.List;

/**
 * All platform threads at one moment, by the pattern of their names; largest groups first.
 *
 * @param uptimeNanos nanoseconds since the agent's start
 */
public record ThreadCensus(long uptimeNanos, List<ThreadGroupCount> groups) {
    public ThreadCensus {
        groups = List.copyOf(groups);
    }
}
