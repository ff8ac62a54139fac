package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Floor;
import io.github.leasewarden.core.sampling.LiveSet;
import io.github.leasewarden.core.sampling.PoolSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every detector found, before anything is joined.
 *
 * @param classes that grow, the largest growth first, with what speaks for them
 * @param counted bytes that each live census since the warm-up counted in all
 * @param leastBytes growth below this is not worth a word in a heap that holds still
 */
record Findings(
        HeapGrowth heap,
        List<SiteGrowth> sites,
        List<AccusedClass> classes,
        OffHeapDetector.OffHeapGrowth offHeap,
        List<PoolSample> pools,
        List<Floor> counted,
        double leastBytes) {
    /** A heap that moved by less than this share of what the class grew by did not contain that growth. */
    private static final double HIDDEN = 0.5;

    static Findings in(Evidence evidence) {
        List<SiteGrowth> sites = LeaseLeakDetector.detect(evidence);
        Grown grown = Grown.in(evidence);
        HeapGrowth heap = grown.heap();
        return new Findings(
                heap,
                sites,
                Excuses.examine(grown.classes(), heap, evidence),
                OffHeapDetector.detect(evidence),
                PoolExhaustionDetector.detect(evidence, sites),
                LiveSet.counted(evidence.classes(), WarmUp.memorableNanos(evidence)),
                HeapGrowthDetector.leastBesideClass(evidence));
    }

    boolean threadsGrow() {
        return offHeap.threadsGrow();
    }

    /** Classes that grow and do not contradict the heap. */
    List<AccusedClass> credible() {
        return classes.stream().filter(this::credible).toList();
    }

    /** The largest growth without an excuse, or null. */
    @Nullable
    AccusedClass accused() {
        return credible().stream().filter(each -> !each.excused()).findFirst().orElse(null);
    }

    /**
     * A class that grows in a heap that holds still is a small cache filling up: believed only where the heap cannot tell, because it
     * goes up and down as much as the class grew, because it leans upwards without being sure, or because what grows is outside.
     */
    private boolean credible(AccusedClass accused) {
        ClassGrowth growth = accused.growth();
        if (growth.ofTheJdk()) {
            // there are ever more strings and arrays for many reasons
            return heap.growing()
                    ? growth.explains(heap)
                    : (contained(growth) || explainsCounted(growth)) && !accused.excused();
        }
        return heap.state() != HeapGrowth.State.STEADY
                || contained(growth)
                || !offHeap.memory().isEmpty();
    }

    /** Whether a heap that does not grow for sure may contain this growth. */
    private boolean contained(ClassGrowth growth) {
        return hidden(growth.grownBytes()) || heap.leans(leastBytes);
    }

    /** Where too few collections tell of the heap: whether this makes up half of what the same censuses counted more of in all. */
    private boolean explainsCounted(ClassGrowth growth) {
        if (heap.state() != HeapGrowth.State.NOT_ENOUGH_DATA || !growth.live() || counted.size() < growth.censuses()) {
            return false;
        }
        List<Floor> same = counted.subList(counted.size() - growth.censuses(), counted.size());
        double all = same.get(same.size() - 1).bytes() - same.get(0).bytes();
        return all > leastBytes && growth.grownBytes() >= HIDDEN * all;
    }

    private boolean hidden(double grownBytes) {
        return grownBytes > leastBytes && heap.spreadBytes() > HIDDEN * grownBytes;
    }
}
