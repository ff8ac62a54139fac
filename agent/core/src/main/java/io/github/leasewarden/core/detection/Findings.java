package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.PoolSample;
import java.util.List;

/** What every detector found, before anything is joined. */
record Findings(
        HeapGrowth heap,
        List<SiteGrowth> sites,
        List<ClassGrowth> classes,
        OffHeapDetector.OffHeapGrowth offHeap,
        List<PoolSample> pools) {

    static Findings in(Evidence evidence) {
        List<SiteGrowth> sites = LeaseLeakDetector.detect(evidence);
        return new Findings(
                HeapGrowthDetector.detect(evidence),
                sites,
                ClassGrowthDetector.detect(evidence),
                OffHeapDetector.detect(evidence),
                PoolExhaustionDetector.detect(evidence, sites));
    }

    boolean threadsGrow() {
        return offHeap.threads().rising();
    }

    /** Growing classes in a heap that holds still are a small cache filling up: believed only unless the heap contradicts. */
    boolean classesCount() {
        return !classes.isEmpty() && heap.state() != HeapGrowth.State.STEADY;
    }
}
