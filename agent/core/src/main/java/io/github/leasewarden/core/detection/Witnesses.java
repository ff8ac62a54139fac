package io.github.leasewarden.core.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts the independent witnesses of a leak. Two facts are independent if one could be wrong without the other: a heap trend
 * from young collections and a class census with garbage in it are both fooled by the same garbage, so they count once.
 *
 * @param confidences of each independent witness
 */
record Witnesses(List<Double> confidences) {

    static Witnesses of(Findings findings, int crowd) {
        List<Double> confidences = new ArrayList<>();
        HeapGrowth heap = findings.heap();
        if (heap.growing()) {
            confidences.add(heap.confidence());
        }
        AccusedClass accused = findings.accused();
        if (accused != null) {
            boolean live = accused.growth().live();
            if (live || heap.confirmed() || !heap.growing()) {
                confidences.add(live ? 0.6 : 0.3);
            }
            if (live && accused.keeping().withoutLimit()) {
                confidences.add(0.4);
            }
            if (live && !findings.offHeap().memory().isEmpty()) {
                confidences.add(0.6);
            }
        }
        if (!findings.sites().isEmpty()) {
            SiteGrowth best = findings.sites().get(0);
            confidences.add(best.now().disarmed() ? 0.3 : 0.6);
            if (best.proven()) {
                confidences.add(0.85);
            }
            if (best.idleCrowd()) {
                confidences.add(0.5);
            }
        }
        if (findings.threadsGrow()) {
            confidences.add(0.6);
            findings.offHeap().accused().filter(group -> group.asleep(crowd)).ifPresent(group -> confidences.add(0.5));
        }
        if (!findings.pools().isEmpty()) {
            confidences.add(0.6);
        }
        return new Witnesses(confidences);
    }

    Verdict.State state(HeapGrowth heap, boolean memoryOutsideHeapGrows) {
        if (confidences.size() >= 2) {
            return Verdict.State.LEAK;
        }
        if (confidences.size() == 1 || memoryOutsideHeapGrows) {
            return Verdict.State.GROWING;
        }
        return heap.state() == HeapGrowth.State.STEADY ? Verdict.State.STEADY : Verdict.State.NOT_ENOUGH_DATA;
    }

    /** Probability that not all of them are wrong, never quite 1. */
    double confidence() {
        double allWrong = 1;
        for (double confidence : confidences) {
            allWrong *= 1 - confidence;
        }
        return Math.min(0.99, 1 - allWrong);
    }
}
