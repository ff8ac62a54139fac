package io.github.leasewarden.core.sampling;

/**
 * Memory of the container at one moment, where something limits it.
 *
 * @param uptimeNanos nanoseconds since the agent's start
 * @param limitBytes the smallest limit of the groups the process is in; beyond it the kernel kills
 * @param usedBytes in use in the group with that limit, other processes included, without page cache that can be taken back at once:
 *     what the kubelet calls the working set
 * @param oomKills processes the kernel killed there for want of memory, or -1 where it does not tell
 * @param heapBytes committed by this JVM's heap; pages it never touched are in here and not in {@code usedBytes}
 */
public record ContainerSample(long uptimeNanos, long limitBytes, long usedBytes, long oomKills, long heapBytes) {}
