package io.github.leasewarden.core.sampling;

/**
 * One estimate of the live set: nothing but objects in use and the least garbage seen beside them.
 *
 * @param uptimeNanos when, in nanoseconds since the agent's start
 * @param bytes heap in use
 */
public record Floor(long uptimeNanos, long bytes) {}
