package io.github.leasewarden.core;

import io.github.leasewarden.core.sampling.HeapSampler;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Collections the agent asks for: counted, and marked so that the sampler does not take them for the application's. Thread-safe. */
public final class OwnCollections {
    private final AtomicLong count = new AtomicLong();
    private volatile Supplier<HeapSampler.OwnGc> marker = () -> () -> {};

    /** Where to mark them, once the sampler runs. */
    void markWith(Supplier<HeapSampler.OwnGc> sampler) {
        marker = sampler;
    }

    /** The span of one collection; close it when the call returned. */
    HeapSampler.OwnGc mark() {
        count.incrementAndGet();
        return marker.get();
    }

    /** Asks for a full collection; takes as long as the JVM does. */
    void collect() {
        try (HeapSampler.OwnGc ignored = mark()) {
            System.gc();
        }
    }

    public long count() {
        return count.get();
    }
}
