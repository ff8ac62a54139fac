package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.NonHeapSample;
import java.util.List;

/** When growth starts to mean something. */
final class WarmUp {
    /** JMC's criterion: heap before 90 % of the classes are loaded says nothing. */
    private static final double CLASSES_LOADED = 0.9;
    /** No start-up is over sooner. */
    private static final long SHORTEST_NANOS = 10_000_000_000L;

    private WarmUp() {}

    /**
     * The configured warm-up, or later if most classes came later, but then at most a third of the run: a leak of class
     * loaders must not prolong its own warm-up for ever.
     *
     * @return nanoseconds since the agent's start
     */
    static long endNanos(Evidence evidence) {
        long configured = evidence.settings().warmUp().toNanos();
        return Math.max(configured, Math.min(settledNanos(evidence), evidence.uptimeNanos() / 3));
    }

    /**
     * From when on the heap is worth remembering: as soon as most classes are loaded, and no later than {@link #endNanos}. Before
     * that time ends, nothing is concluded from it but what will not wait.
     *
     * @return nanoseconds since the agent's start
     */
    static long memorableNanos(Evidence evidence) {
        long end = endNanos(evidence);
        return evidence.nonHeap().isEmpty() ? end : Math.min(end, Math.max(SHORTEST_NANOS, settledNanos(evidence)));
    }

    private static long settledNanos(Evidence evidence) {
        List<NonHeapSample> samples = evidence.nonHeap();
        int now = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).loadedClasses();
        return samples.stream()
                .filter(sample -> sample.loadedClasses() >= CLASSES_LOADED * now)
                .mapToLong(NonHeapSample::uptimeNanos)
                .findFirst()
                .orElse(0);
    }
}
