package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.NonHeapSample;

/** When growth starts to mean something. */
final class WarmUp {
    /** JMC's criterion: heap before 90 % of the classes are loaded says nothing. */
    private static final double CLASSES_LOADED = 0.9;

    private WarmUp() {}

    /**
     * The configured warm-up, or later if most classes came later, but then at most a third of the run: a leak of class
     * loaders must not prolong its own warm-up for ever.
     *
     * @return nanoseconds since the agent's start
     */
    static long endNanos(Evidence evidence) {
        long configured = evidence.settings().warmUp().toNanos();
        if (evidence.nonHeap().isEmpty()) {
            return configured;
        }
        int now = evidence.nonHeap().get(evidence.nonHeap().size() - 1).loadedClasses();
        long settled = evidence.nonHeap().stream()
                .filter(sample -> sample.loadedClasses() >= CLASSES_LOADED * now)
                .mapToLong(NonHeapSample::uptimeNanos)
                .findFirst()
                .orElse(configured);
        return Math.max(configured, Math.min(settled, evidence.uptimeNanos() / 3));
    }
}
