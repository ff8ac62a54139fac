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
    /** Beside a class that grows so much is worth a word: a slow leak is one, too. */
    private static final double LEAST_BESIDE_CLASS = 0.002;
    /** What this agent and the JVM's own bookkeeping grow by in a few minutes is less (0.3 MiB in 75 s: {@code Idle} of the corpus). */
    private static final double LEAST_BYTES_BESIDE_CLASS = 512 << 10;

    private static final int ENOUGH_EXACT = 4;
    /** Four values in order: one of 24 orders; that the steps are even as well makes it rarer. */
    private static final double EVEN_BY_CHANCE = 0.04;

    private static final double LEAST_PACE = 0.4;
    /** What is full within the warm-up's time is judged after this many seconds at most. */
    private static final double URGENT_SECONDS = 8;
    /** A claim made from windows must show this share of itself wherever old or full collections give surer points. */
    private static final double CORROBORATED = 0.25;

    /** Starting JFR adds 4 to 6 MiB to the live set (JDK 17 and 25), within about so long. */
    private static final long SETTLED_NANOS = 3_000_000_000L;

    private static final long MOST_OF_RECORDING = 6 << 20;

    private static final long WORTH_KEEPING_NANOS = 60_000_000_000L;

    private HeapGrowthDetector() {}

    public static HeapGrowth detect(Evidence evidence) {
        return detect(evidence, false);
    }

    /** @param classesGrow whether class censuses name something that grows, so that less growth is worth a word */
    static HeapGrowth detect(Evidence evidence, boolean classesGrow) {
        HeapGrowth seen = look(evidence, classesGrow);
        boolean early = evidence.uptimeNanos() < WarmUp.endNanos(evidence);
        return early && !urgent(seen, evidence) ? HeapGrowth.unknown(seen.liveSet()) : seen;
    }

    /** Without regard to the warm-up, in which only what is urgent is said aloud. */
    static HeapGrowth look(Evidence evidence, boolean classesGrow) {
        long from = beginNanos(evidence);
        LiveSet liveSet = LiveSet.of(evidence.heap(), evidence.classes(), from);
        List<Point> floors = points(liveSet.floors());
        List<Point> exact = points(liveSet.exact());
        double least = classesGrow ? leastBesideClass(evidence) : leastGrowth(evidence, exact);
        Trend certain = certain(exact, least);
        HeapGrowth sure = new HeapGrowth(HeapGrowth.State.GROWING, liveSet, certain, true);
        if (risesForLong(evidence, sure)) {
            return sure;
        }
        if (from > WarmUp.memorableNanos(evidence)) {
            HeapGrowth counted = counted(evidence, from, least);
            if (risesForLong(evidence, counted)) {
                return counted;
            }
        }
        if (floors.size() < Trend.ENOUGH_POINTS) {
            return HeapGrowth.unknown(liveSet);
        }
        Trend trend = Trend.of(floors, leastGrowth(evidence, floors));
        HeapGrowth growth = judged(evidence, from, liveSet, trend, exact);
        if (Point.span(floors) < enoughSeconds(evidence, growth) || trend.undecided() || certain.undecided()) {
            return HeapGrowth.unknown(liveSet);
        }
        return growth;
    }

    /** What collections left before our own recording began is forgotten if that is little: the step would be all the growth there is. */
    private static long beginNanos(Evidence evidence) {
        long memorable = WarmUp.memorableNanos(evidence);
        long recording = evidence.inspection().recordingSinceNanos();
        return recording < 0 || recording - memorable > WORTH_KEEPING_NANOS
                ? memorable
                : Math.max(memorable, recording + SETTLED_NANOS);
    }

    /**
     * What live censuses counted, those before our own recording raised by the most it adds: growth that is still there is none of ours.
     * Where collections are few there would be too few points after it.
     */
    private static HeapGrowth counted(Evidence evidence, long recorded, double least) {
        List<Floor> exact = LiveSet.counted(evidence.classes(), WarmUp.memorableNanos(evidence)).stream()
                .map(floor -> floor.uptimeNanos() < recorded
                        ? new Floor(floor.uptimeNanos(), floor.bytes() + MOST_OF_RECORDING)
                        : floor)
                .toList();
        LiveSet liveSet = new LiveSet(List.of(), LiveSet.Basis.NONE, exact.size(), exact);
        return new HeapGrowth(HeapGrowth.State.GROWING, liveSet, certain(points(exact), least), true);
    }

    /** Exact points have no noise: what rises evenly through four of them needs no statistics. */
    private static Trend certain(List<Point> exact, double least) {
        Trend trend = Trend.of(exact, least);
        Accumulation even = trend.rising() ? null : Accumulation.of(exact, ENOUGH_EXACT);
        return even == null || even.grown() <= least || even.pace() <= LEAST_PACE
                ? trend
                : new Trend(
                        true,
                        false,
                        even.perSecond(),
                        even.grown(),
                        EVEN_BY_CHANCE,
                        even.pace(),
                        Point.span(exact.subList(even.from(), exact.size())));
    }

    private static HeapGrowth judged(Evidence evidence, long from, LiveSet liveSet, Trend trend, List<Point> exact) {
        if (!trend.rising()) {
            boolean confirmed = liveSet.basis() != LiveSet.Basis.WINDOWS_YOUNG_ONLY;
            return new HeapGrowth(HeapGrowth.State.STEADY, liveSet, trend, confirmed);
        }
        boolean refuted = refutes(exact, trend) || refutesByOld(evidence, from, liveSet, trend);
        boolean confirmed = switch (liveSet.basis()) {
            case FULL, BETWEEN_OLD -> true;
            default -> tells(exact, 3, trend) && corroborates(exact, trend);
        };
        return new HeapGrowth(
                refuted ? HeapGrowth.State.STEADY : HeapGrowth.State.GROWING, liveSet, trend, refuted || confirmed);
    }

    /** Full before another warm-up has passed. */
    private static boolean urgent(HeapGrowth growth, Evidence evidence) {
        Double left = growth.secondsToExhaustion(evidence.maxHeapBytes());
        return left != null && left < evidence.settings().warmUp().toSeconds();
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
        return TheilSen.slope(surer) >= CORROBORATED * claimed.slopePerSecond();
    }

    private static boolean risesForLong(Evidence evidence, HeapGrowth growth) {
        return growth.trend().rising() && growth.trend().spanSeconds() >= enoughSeconds(evidence, growth);
    }

    /** Growth must take at least half as long as the warm-up: the user's own measure of what is short. */
    private static double enoughSeconds(Evidence evidence, HeapGrowth growth) {
        double half = evidence.settings().warmUp().toNanos() / 2e9;
        return urgent(growth, evidence) ? Math.min(half, URGENT_SECONDS) : half;
    }

    /** Bytes; where a class grows, less than this is not worth a word. */
    static double leastBesideClass(Evidence evidence) {
        return Math.max(LEAST_BYTES_BESIDE_CLASS, LEAST_BESIDE_CLASS * evidence.maxHeapBytes());
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
