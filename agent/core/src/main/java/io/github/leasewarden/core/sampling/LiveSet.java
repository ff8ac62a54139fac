package io.github.leasewarden.core.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The robust live-set series: floors of heap after GC, and how far they can be trusted.
 *
 * <p>Heap after GC is not the live set. On G1 a constant live set of 39 MB shows 51–85 MB after young collections and
 * 50–71 MB after G1Old ones, because garbage promoted to the old generation stays until a mixed collection takes it. The
 * minimum between two old collections is close to the live set; the minimum of an arbitrary window is only an upper bound.
 *
 * @param floors time-ordered; empty if there are too few collections
 * @param basis what the floors rest on
 * @param collections samples after the warm-up that were used, or that could be compared if they were too few
 * @param exact heap after every full collection and after every whole-heap one of ours, after the warm-up: few, but nearly
 *     beyond doubt (SerialOld was seen to leave 6 MB of 38 MB uncompacted, all but about every fourth time; ZGC and
 *     Shenandoah add what was allocated meanwhile)
 */
public record LiveSet(List<Floor> floors, Basis basis, int collections, List<Floor> exact) {
    /** Old collections needed before the minima between them count as confirmed. */
    public static final int ENOUGH_OLD = 5;
    /** Full collections needed if they are our own: clustered where there was suspicion, so a few more. */
    public static final int ENOUGH_OURS = 8;
    /** Least number of windows used where there are fewer old collections. */
    public static final int WINDOWS = 10;
    /** Collections needed to fill those windows with two each. */
    public static final int ENOUGH_YOUNG = 2 * WINDOWS;
    /** Collections a window should have before there are more windows. */
    private static final int WINDOW_COLLECTIONS = 10;
    /** Floors kept: more only cost time, the statistics are quadratic. */
    static final int MOST_FLOORS = 40;

    /** What floors rest on, most certain first. */
    public enum Basis {
        /** Full collections: exact. */
        FULL,
        /** Minima between at least {@link #ENOUGH_OLD} old collections. */
        BETWEEN_OLD,
        /** Minima of windows; two to four old collections ran. */
        WINDOWS_FEW_OLD,
        /** Minima of windows; at most one old collection ran, so nothing shows what it would leave: may be promoted garbage. */
        WINDOWS_YOUNG_ONLY,
        /** Too few collections. */
        NONE
    }

    public LiveSet {
        floors = List.copyOf(floors);
        exact = List.copyOf(exact);
    }

    /**
     * @param samples time-ordered heap samples
     * @param fromUptimeNanos end of the warm-up; earlier samples are ignored
     */
    public static LiveSet of(List<HeapSample> samples, long fromUptimeNanos) {
        return of(samples, List.of(), fromUptimeNanos);
    }

    /**
     * @param samples time-ordered heap samples
     * @param censuses time-ordered; what live ones counted in all is the live set, to the byte
     * @param fromUptimeNanos end of the warm-up; earlier samples are ignored
     */
    public static LiveSet of(List<HeapSample> samples, List<ClassCensus> censuses, long fromUptimeNanos) {
        List<HeapSample> warm = samples.stream()
                .filter(sample -> sample.uptimeNanos() >= fromUptimeNanos)
                .toList();
        List<Floor> counted = counted(censuses, fromUptimeNanos);
        if (counted.size() >= ENOUGH_OLD && (warm.isEmpty() || spansHalf(counted, warm))) {
            return new LiveSet(coarsened(counted), Basis.FULL, warm.size(), counted);
        }
        List<Floor> collected = warm.stream()
                .filter(sample -> sample.full() || (sample.ours() && sample.old()))
                .map(LiveSet::floor)
                .toList();
        // the two measures differ a little, so they are not mixed
        List<Floor> exact = counted.size() >= 3 ? counted : collected;
        long exactUnasked =
                warm.stream().filter(sample -> sample.full() && !sample.ours()).count();
        if ((exactUnasked >= ENOUGH_OLD || exact.size() >= ENOUGH_OURS) && spansHalf(exact, warm)) {
            return new LiveSet(coarsened(exact), Basis.FULL, warm.size(), exact);
        }
        // our own collections empty the heap when it suits us: mixed into the others they would draw a trend of their
        // own
        List<HeapSample> natural =
                warm.stream().filter(sample -> !sample.ours()).toList();
        List<List<HeapSample>> cycles = betweenOld(natural);
        if (cycles.size() >= ENOUGH_OLD) {
            return new LiveSet(
                    coarsened(cycles.stream().map(LiveSet::lowest).toList()), Basis.BETWEEN_OLD, natural.size(), exact);
        }
        List<HeapSample> undisturbed = longestWithoutOurs(warm);
        if (undisturbed.size() < ENOUGH_YOUNG) {
            return new LiveSet(List.of(), Basis.NONE, undisturbed.size(), exact);
        }
        Basis basis = cycles.size() < 2 ? Basis.WINDOWS_YOUNG_ONLY : Basis.WINDOWS_FEW_OLD;
        return new LiveSet(windows(undisturbed), basis, undisturbed.size(), exact);
    }

    /** What each live census counted in all, oldest first. */
    public static List<Floor> counted(List<ClassCensus> censuses, long fromUptimeNanos) {
        return censuses.stream()
                .filter(census -> census.live() && census.uptimeNanos() >= fromUptimeNanos)
                .map(census -> new Floor(census.uptimeNanos(), census.totalBytes()))
                .toList();
    }

    /** A full collection of ours takes promoted garbage with it: window floors before and after cannot be compared. */
    private static List<HeapSample> longestWithoutOurs(List<HeapSample> samples) {
        List<HeapSample> longest = List.of();
        int start = 0;
        for (int i = 0; i <= samples.size(); i++) {
            if (i == samples.size() || samples.get(i).ours()) {
                longest = i - start >= longest.size() ? samples.subList(start, i) : longest;
                start = i + 1;
            }
        }
        return longest;
    }

    /** Minima between old collections, however few; the span before the first one is not among them. */
    public static List<Floor> floorsBetweenOld(List<HeapSample> samples, long fromUptimeNanos) {
        return betweenOld(samples.stream()
                        .filter(sample -> sample.uptimeNanos() >= fromUptimeNanos && !sample.ours())
                        .toList())
                .stream()
                .map(LiveSet::lowest)
                .toList();
    }

    /**
     * Spans that start with an old collection. Where young collections run too, adjacent old ones belong to one cycle (G1's
     * mixed phase). The last span counts only once it is half as long as usual: on G1 its floor comes late.
     */
    private static List<List<HeapSample>> betweenOld(List<HeapSample> samples) {
        boolean everyOneIsOld = samples.stream().allMatch(HeapSample::old);
        List<List<HeapSample>> cycles = new ArrayList<>();
        boolean afterOld = false;
        for (HeapSample sample : samples) {
            if (sample.old() && (!afterOld || everyOneIsOld)) {
                cycles.add(new ArrayList<>());
            }
            afterOld = sample.old();
            if (!cycles.isEmpty()) {
                cycles.get(cycles.size() - 1).add(sample);
            }
        }
        if (cycles.size() > 1) {
            int usual = cycles.stream()
                    .mapToInt(List::size)
                    .sorted()
                    .skip(cycles.size() / 2)
                    .findFirst()
                    .orElse(0);
            if (cycles.get(cycles.size() - 1).size() * 2 < usual) {
                cycles.remove(cycles.size() - 1);
            }
        }
        return cycles;
    }

    /** Windows of equal time, the more the more collections there are; one without a collection yields no floor. */
    private static List<Floor> windows(List<HeapSample> samples) {
        long start = samples.get(0).uptimeNanos();
        long span = Math.max(1, samples.get(samples.size() - 1).uptimeNanos() - start);
        int count = Math.min(MOST_FLOORS, Math.max(WINDOWS, samples.size() / WINDOW_COLLECTIONS));
        List<List<HeapSample>> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            windows.add(new ArrayList<>());
        }
        for (HeapSample sample : samples) {
            double share = (double) (sample.uptimeNanos() - start) / span;
            windows.get((int) Math.min(count - 1, share * count)).add(sample);
        }
        return windows.stream()
                .filter(window -> !window.isEmpty())
                .map(LiveSet::lowest)
                .toList();
    }

    private static List<Floor> coarsened(List<Floor> floors) {
        int group = (floors.size() + MOST_FLOORS - 1) / MOST_FLOORS;
        if (group <= 1) {
            return floors;
        }
        List<Floor> coarse = new ArrayList<>();
        for (int end = floors.size(); end >= group; end -= group) {
            coarse.add(
                    0,
                    floors.subList(end - group, end).stream()
                            .min(Comparator.comparingLong(Floor::bytes))
                            .orElseThrow());
        }
        return coarse;
    }

    private static boolean spansHalf(List<Floor> exact, List<HeapSample> warm) {
        long whole = warm.get(warm.size() - 1).uptimeNanos() - warm.get(0).uptimeNanos();
        return (exact.get(exact.size() - 1).uptimeNanos() - exact.get(0).uptimeNanos()) * 2 >= whole;
    }

    private static Floor lowest(List<HeapSample> span) {
        return floor(span.stream()
                .min(Comparator.comparingLong(HeapSample::usedAfterGcBytes))
                .orElseThrow());
    }

    private static Floor floor(HeapSample sample) {
        return new Floor(sample.uptimeNanos(), sample.usedAfterGcBytes());
    }
}
