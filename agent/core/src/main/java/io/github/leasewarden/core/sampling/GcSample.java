package io.github.leasewarden.core.sampling;

import java.time.Duration;

/**
 * What one collection cost.
 *
 * @param uptimeNanos nanoseconds since the agent's start
 * @param name the collector's own name of the collection
 * @param cause the JVM's words, e.g. {@code Allocation Failure}
 * @param pause time the application stood still; with JFR the sum over all pauses of a concurrent collection
 * @param ours true if the agent asked for it
 */
public record GcSample(long uptimeNanos, String name, String cause, Duration pause, boolean ours) {}
