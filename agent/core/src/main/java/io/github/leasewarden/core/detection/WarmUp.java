package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.NonHeapSample;
import java.util.List;

/** When growth starts to mean something. */
final class WarmUp {
    /** JMC's criterion: heap before 90 % of the classes are loaded says nothing. */
    private static final double CLASSES_LOADED = 0.9;
    /** Early on the agent's own classes are a good part of all. */
    private static final double MOST_CLASSES_LOADED = 0.6;
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
        return Math.max(
                configured, Math.min(settledNanos(evidence.nonHeap(), CLASSES_LOADED), evidence.uptimeNanos() / 3));
    }

    /**
     * From when on the heap is worth remembering: as soon as most of the classes of the configured warm-up are loaded. Before
     * {@link #endNanos}, nothing is concluded from it but what will not wait. It never moves once the warm-up is over: evidence does not
     * get lost because somebody, for instance this agent, loads classes later.
     *
     * @return nanoseconds since the agent's start
     */
    static long memorableNanos(Evidence evidence) {
        long configured = evidence.settings().warmUp().toNanos();
        List<NonHeapSample> early = evidence.nonHeap().stream()
                .filter(sample -> sample.uptimeNanos() <= configured)
                .toList();
        return early.isEmpty()
                ? configured
                : Math.min(configured, Math.max(SHORTEST_NANOS, settledNanos(early, MOST_CLASSES_LOADED)));
    }

    private static long settledNanos(List<NonHeapSample> samples, double share) {
        int now = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).loadedClasses();
        return samples.stream()
                .filter(sample -> sample.loadedClasses() >= share * now)
                .mapToLong(NonHeapSample::uptimeNanos)
                .findFirst()
                .orElse(0);
    }
}
