package io.github.leasewarden.core.pressure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When sources wait, and for how long.
 *
 * @param high share of the heap in use after a collection from which on they wait
 * @param low share at which they go on
 * @param limitBytes heap in use after a collection from which on they wait, instead of a share; or null
 * @param maxWait the longest wait of one call, or null: then nobody ever waits
 * @param betweenCollections least time between two collections asked for while sources wait, or null: then none is asked for
 */
public record GateSettings(
        double high,
        double low,
        @Nullable Long limitBytes,
        @Nullable Duration maxWait,
        @Nullable Duration betweenCollections) {

    /** Where sources begin to wait, in a heap of this size; that of the parallel collector changes as it runs. */
    long highBytes(long maxHeapBytes) {
        return limitBytes == null ? (long) (high * maxHeapBytes) : limitBytes;
    }

    /** Where they go on. */
    long lowBytes(long maxHeapBytes) {
        return (long) (highBytes(maxHeapBytes) / high * low);
    }
}
