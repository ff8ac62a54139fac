package io.github.leasewarden.core.detection;

/** Joins all detectors into one verdict. */
public final class Verdicts {
    private Verdicts() {}

    public static Verdict judge(Evidence evidence) {
        Findings findings = Findings.in(evidence);
        Witnesses witnesses = Witnesses.of(findings, evidence.settings().crowd());
        HeapGrowth heap = findings.heap();
        boolean memoryOutside = !findings.offHeap().memory().isEmpty();
        Verdict.State state = witnesses.state(heap, memoryOutside);
        return new Verdict(
                state,
                Reasons.of(state, findings, evidence),
                heap.state(),
                heap.slopeBytesPerSecond(),
                confidence(state, witnesses, heap),
                heap.secondsToExhaustion(evidence.maxHeapBytes()),
                heap.liveSet().collections(),
                Suspects.of(findings, evidence.inspection()));
    }

    private static double confidence(Verdict.State state, Witnesses witnesses, HeapGrowth heap) {
        return switch (state) {
            case LEAK -> witnesses.confidence();
            case GROWING -> witnesses.confidences().isEmpty() ? 0.5 : witnesses.confidence();
            case STEADY -> heap.confidence();
            case NOT_ENOUGH_DATA -> 0;
        };
    }
}
