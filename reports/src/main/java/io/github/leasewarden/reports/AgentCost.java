package io.github.leasewarden.reports;

/**
 * What the agent itself has cost since it started. Counts are totals.
 *
 * @param cpuSeconds processor time of the agent's own threads; advice in application threads is not in it
 * @param heapBytesEstimate heap held by leases, sites and samples, in bytes; estimated from counts, not measured
 * @param stackCaptures full stacks taken
 * @param suppressedErrors errors of the agent that application threads were spared; anything but 0 is a bug to report
 * @param droppedLeases resources that were not tracked because a bound was reached
 * @param agentGcs collections the agent asked for
 * @param reportWrites reports written
 */
public record AgentCost(
        double cpuSeconds,
        long heapBytesEstimate,
        long stackCaptures,
        long suppressedErrors,
        long droppedLeases,
        long agentGcs,
        long reportWrites) {

    /** An agent that has done nothing yet. */
    public static final AgentCost NONE = new AgentCost(0, 0, 0, 0, 0, 0, 0);

    public AgentCost {
        cpuSeconds = Values.finite(cpuSeconds);
    }
}
