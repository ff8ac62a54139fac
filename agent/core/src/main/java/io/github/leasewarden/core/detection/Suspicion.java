package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.NonHeapSample;
import java.util.List;
import java.util.function.ToLongFunction;

/** Whether a closer look is worth its pause. Wrong suspicions cost a few censuses, so it is quicker than a verdict. */
public enum Suspicion {
    /** Everything measured so far holds still. */
    NONE,
    /** Too few collections to tell: an idle service, or one whose heap is far from full. */
    UNKNOWN,
    /** Something rises. */
    SUSPECT;

    private static final double REMARKABLE = 0.1;
    private static final double LEAST_GROWTH = 0.002;
    private static final int ENOUGH_CENSUSES = 4;
    private static final int ENOUGH_SAMPLES = 3;

    public static Suspicion of(Evidence evidence) {
        if (evidence.uptimeNanos() < WarmUp.memorableNanos(evidence)) {
            return NONE;
        }
        int censuses = ClassSeries.of(evidence.classes(), WarmUp.memorableNanos(evidence))
                .size();
        if ((censuses > 0 && censuses < ENOUGH_CENSUSES)
                || !ClassGrowthDetector.detect(evidence).isEmpty()
                || !LeaseLeakDetector.detect(evidence).isEmpty()
                || outsideRises(evidence)) {
            return SUSPECT;
        }
        HeapGrowth heap = HeapGrowthDetector.look(evidence, true);
        if (heap.growing() || heapMayRise(evidence, heap)) {
            return SUSPECT;
        }
        return heap.state() == HeapGrowth.State.NOT_ENOUGH_DATA ? UNKNOWN : NONE;
    }

    private static boolean heapMayRise(Evidence evidence, HeapGrowth heap) {
        if (heap.liveSet().exact().size() >= ENOUGH_CENSUSES) {
            return false; // looked at closely already
        }
        long from = WarmUp.memorableNanos(evidence);
        List<Point> points = evidence.heap().stream()
                .filter(sample -> sample.uptimeNanos() >= from && !sample.ours())
                .map(sample -> Point.atNanos(sample.uptimeNanos(), sample.usedAfterGcBytes()))
                .toList();
        List<Point> floors = Point.minima(points, 1 + points.size() / 20);
        return floors.size() >= ENOUGH_SAMPLES && mayRise(floors, LEAST_GROWTH * Math.max(0, evidence.maxHeapBytes()));
    }

    private static boolean outsideRises(Evidence evidence) {
        long from = WarmUp.memorableNanos(evidence);
        List<NonHeapSample> samples = evidence.nonHeap().stream()
                .filter(sample -> sample.uptimeNanos() >= from)
                .toList();
        List<NonHeapSample> thinned = samples.size() <= 40
                ? samples
                : samples.stream()
                        .filter(sample -> samples.indexOf(sample) % (samples.size() / 40 + 1) == 0)
                        .toList();
        double least = HeapGrowthDetector.LEAST_GROWTH / 2 * Math.max(evidence.maxHeapBytes(), 64L << 20);
        return mayRise(
                        points(thinned, NonHeapSample::threads),
                        evidence.settings().crowd() / 2.0)
                || mayRise(points(thinned, NonHeapSample::directBytes), least)
                || mayRise(points(thinned, NonHeapSample::mappedBytes), least)
                || mayRise(points(thinned, NonHeapSample::metaspaceBytes), least);
    }

    private static List<Point> points(List<NonHeapSample> samples, ToLongFunction<NonHeapSample> value) {
        return samples.stream()
                .map(sample -> Point.atNanos(sample.uptimeNanos(), value.applyAsLong(sample)))
                .toList();
    }

    private static boolean mayRise(List<Point> points, double least) {
        return points.size() >= ENOUGH_SAMPLES
                && points.get(points.size() - 1).value() - points.get(0).value() > least
                && MannKendall.risingByChance(points) < (points.size() == ENOUGH_SAMPLES ? 0.2 : REMARKABLE);
    }
}
