package io.github.leasewarden.core.sampling;

/**
 * Memory and threads outside the heap, at one moment.
 *
 * @param uptimeNanos nanoseconds since the agent's start
 * @param rssBytes resident set from {@code /proc/self/status}, or -1 where that file does not exist
 * @param directBytes direct buffers, from the buffer pool MXBean
 * @param mappedBytes mapped files, from the buffer pool MXBean
 * @param metaspaceBytes used metaspace, class space included
 * @param threads live platform threads
 * @param loadedClasses classes loaded now
 */
public record NonHeapSample(
        long uptimeNanos,
        long rssBytes,
        long directBytes,
        long mappedBytes,
        long metaspaceBytes,
        int threads,
        int loadedClasses) {}
