package io.github.leasewarden.reports;

import org.jspecify.annotations.Nullable;

/**
 * Memory that a heap verdict cannot see.
 *
 * @param rssBytes resident memory of the whole process; null where the operating system does not tell
 * @param directBytes held by direct and mapped buffers
 * @param metaspaceBytes used by class metadata
 * @param threads live threads, daemons included
 */
public record NonHeapEntry(@Nullable Long rssBytes, long directBytes, long metaspaceBytes, int threads) {}
