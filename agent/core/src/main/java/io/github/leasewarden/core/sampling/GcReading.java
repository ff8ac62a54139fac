package io.github.leasewarden.core.sampling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a {@link GcSource}. Concurrent collectors report their cycle and their pauses apart, so either half may be
 * missing.
 *
 * @param began when the collection began; what was allocated later, it leaves alone where it runs beside the application
 * @param at when the collection happened
 * @param collection the collector's own name of the collection
 * @param cause the JVM's words
 * @param usedAfterGcBytes heap after the collection, or -1 if this reading is only about a pause
 * @param old see {@link HeapSample#old()}
 * @param full see {@link HeapSample#full()}
 * @param pause time the application stood still, or null if this reading is only about the heap
 */
record GcReading(
        Instant began,
        Instant at,
        String collection,
        String cause,
        long usedAfterGcBytes,
        boolean old,
        boolean full,
        @Nullable Duration pause) {}
