package io.github.leasewarden.reports;

import org.jspecify.annotations.Nullable;

/**
 * Memory of the container (its control group), beyond whose limit the kernel kills the process without a word.
 *
 * @param limitBytes the smallest limit of the groups the process is in
 * @param usedBytes in use in the group with that limit, without page cache that can be taken back at once: the kubelet's working set
 * @param heapMaxBytes the most the heap may grow to
 * @param nonHeapShare share of {@code usedBytes} that is not this JVM's committed heap, 0..1
 * @param secondsToLimit until the limit at the present rate; null if the memory does not grow, or nobody can say yet
 * @param oomKills processes the kernel killed in that group for want of memory; null where it does not tell
 */
public record ContainerEntry(
        long limitBytes,
        long usedBytes,
        long heapMaxBytes,
        double nonHeapShare,
        @Nullable Long secondsToLimit,
        @Nullable Long oomKills) {
    public ContainerEntry {
        nonHeapShare = Values.confidence(nonHeapShare);
    }
}
