package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Floor;
import io.github.leasewarden.core.sampling.LiveSet;
import java.util.List;

/**
 * Does the live set grow? Decided on floors of heap after GC after the warm-up, never on the raw heap.
 *
 * <p>A heap trend is a suspicion: asymptotic and soft caches really grow for a whole run. That is why this detector never
 * says leak.
 */
public final class HeapGrowthDetector {
    /** Growth below this share of the maximum heap is not worth waking anybody. */
    static final double LEAST_GROWTH = 0.02;
    /** A claim made from windows must show this share of itself wherever old or full collections give surer points. */
    private static final double CORROBORATED = 0.25;

    private HeapGrowthDetector() {}

    public static HeapGrowth detect(Evidence evidence) {
        long warmUpEnd = WarmUp.endNanos(evidence);
        LiveSet liveSet = LiveSet.of(evidence.heap(), warmUpEnd);
        List<Point> floors = points(liveSet.floors());
        List<Point> exact = points(liveSet.exact());
        Trend certain = Trend.of(exact, leastGrowth(evidence, exact));
        if (certain.rising() && Point.span(exact) >= enoughSeconds(evidence)) {
            return new HeapGrowth(HeapGrowth.State.GROWING, liveSet, certain, true);
        }
        if (floors.size() < Trend.ENOUGH_POINTS || Point.span(floors) < enoughSeconds(evidence)) {
            return HeapGrowth.unknown(liveSet);
        }
        Trend trend = Trend.of(floors, leastGrowth(evidence, floors));
        if (trend.undecided() || certain.undecided()) {
            return HeapGrowth.unknown(liveSet);
        }
        if (!trend.rising()) {
            boolean confirmed = liveSet.basis() != LiveSet.Basis.WINDOWS_YOUNG_ONLY;
            return new HeapGrowth(HeapGrowth.State.STEADY, liveSet, trend, confirmed);
        }
        boolean refuted = refutes(exact, trend) || refutesByOld(evidence, warmUpEnd, liveSet, trend);
        boolean confirmed = switch (liveSet.basis()) {
            case FULL, BETWEEN_OLD -> true;
            default -> tells(exact, 3, trend) && corroborates(exact, trend);
        };
        return new HeapGrowth(
                refuted ? HeapGrowth.State.STEADY : HeapGrowth.State.GROWING, liveSet, trend, refuted || confirmed);
    }

    /** Full collections that show no growth where windows of young ones claim some: the difference was garbage. */
    private static boolean refutes(List<Point> exact, Trend claimed) {
        return tells(exact, 3, claimed) && !corroborates(exact, claimed);
    }

    private static boolean refutesByOld(Evidence evidence, long warmUpEnd, LiveSet liveSet, Trend claimed) {
        if (liveSet.basis() != LiveSet.Basis.WINDOWS_FEW_OLD) {
            return false;
        }
        List<Point> between = points(LiveSet.floorsBetweenOld(evidence.heap(), warmUpEnd));
        return tells(between, 2, claimed) && !corroborates(between, claimed);
    }

    /** A few points close together say nothing about a slow growth. */
    private static boolean tells(List<Point> surer, int least, Trend claimed) {
        return surer.size() >= least && claimed.slopePerSecond() * Point.span(surer) >= CORROBORATED * claimed.growth();
    }

    private static boolean corroborates(List<Point> surer, Trend claimed) {
        double rise = surer.get(surer.size() - 1).value() - surer.get(0).value();
        return rise >= CORROBORATED * claimed.slopePerSecond() * Point.span(surer);
    }

    /** Growth must take at least half as long as the warm-up: the user's own measure of what is short. */
    private static double enoughSeconds(Evidence evidence) {
        return evidence.settings().warmUp().toNanos() / 2e9;
    }

    private static double leastGrowth(Evidence evidence, List<Point> floors) {
        double limit = evidence.maxHeapBytes() > 0
                ? evidence.maxHeapBytes()
                : floors.isEmpty() ? 0 : 2 * Point.highest(floors);
        return LEAST_GROWTH * limit;
    }

    private static List<Point> points(List<Floor> floors) {
        return floors.stream()
                .map(floor -> Point.atNanos(floor.uptimeNanos(), floor.bytes()))
                .toList();
    }
}
