package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Floor;
import io.github.leasewarden.core.sampling.LiveSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the heap alone says.
 *
 * @param liveSet the floors it rests on
 * @param trend of those floors
 * @param confirmed true if old or full collections show it too; otherwise it may be garbage promoted and not yet collected
 */
public record HeapGrowth(State state, LiveSet liveSet, Trend trend, boolean confirmed) {
    private static final double LEANING = 0.5;
    /** Three in order are one of six. */
    private static final int ENOUGH_FOR_THIRDS = 9;

    /** Without {@code leak}: see {@link HeapGrowthDetector}. */
    public enum State {
        GROWING,
        STEADY,
        NOT_ENOUGH_DATA
    }

    static HeapGrowth unknown(LiveSet liveSet) {
        return new HeapGrowth(State.NOT_ENOUGH_DATA, liveSet, new Trend(false, false, 0, 0, 1, 0, 0), false);
    }

    public boolean growing() {
        return state == State.GROWING;
    }

    /** Bytes per second; 0 unless the heap grows: the slope of a heap that holds still is an accident of where it was looked at. */
    public double slopeBytesPerSecond() {
        return growing() ? trend.slopePerSecond() : 0;
    }

    /** From the lowest to the highest live set seen after the warm-up. */
    double spreadBytes() {
        List<Floor> seen = liveSet.exact().size() >= 3 ? liveSet.exact() : liveSet.floors();
        return seen.stream().mapToLong(Floor::bytes).max().orElse(0) - lowest(seen);
    }

    /**
     * Whether it leans upwards, likelier than not: enough beside a class that grows census after census, because what hangs on its
     * instances cannot always be told from other people's arrays, but moves the heap. Under a cycle only the lowest of each third tell.
     *
     * @param least bytes
     */
    boolean leans(double least) {
        return (trend.growth() > least && trend.byChance() < LEANING) || thirdsRise(least);
    }

    private boolean thirdsRise(double least) {
        List<Floor> seen = liveSet.exact().size() >= ENOUGH_FOR_THIRDS ? liveSet.exact() : liveSet.floors();
        if (seen.size() < ENOUGH_FOR_THIRDS) {
            return false;
        }
        int third = seen.size() / 3;
        long first = lowest(seen.subList(0, third));
        long second = lowest(seen.subList(third, seen.size() - third));
        long last = lowest(seen.subList(seen.size() - third, seen.size()));
        return first < second && second < last && last - first > least;
    }

    private static long lowest(List<Floor> floors) {
        return floors.stream().mapToLong(Floor::bytes).min().orElse(0);
    }

    /** The last floor, or 0 without any. */
    long lastFloorBytes() {
        List<Floor> floors = liveSet.floors().isEmpty() ? liveSet.exact() : liveSet.floors();
        return floors.isEmpty() ? 0 : floors.get(floors.size() - 1).bytes();
    }

    /** Until the floors reach the maximum heap; null unless the heap grows and has a limit. */
    @Nullable
    Double secondsToExhaustion(long maxHeapBytes) {
        if (!growing() || maxHeapBytes <= 0) {
            return null;
        }
        return Math.max(0, maxHeapBytes - lastFloorBytes()) / trend.slopePerSecond();
    }

    /** 0..1. Capped by what the collector could show; a slowing growth counts for less. */
    double confidence() {
        return switch (state) {
            case NOT_ENOUGH_DATA -> 0;
            case STEADY -> cap() * Math.min(1, 0.5 + liveSet.floors().size() / 20.0);
            case GROWING -> cap() * (1 - trend.byChance()) * Math.min(1, 0.5 + trend.persistence() / 2);
        };
    }

    private double cap() {
        double byBasis = switch (liveSet.basis()) {
            case FULL -> 0.8;
            case BETWEEN_OLD -> 0.75;
            case WINDOWS_FEW_OLD -> 0.55;
            case WINDOWS_YOUNG_ONLY -> state == State.STEADY ? 0.55 : 0.35;
            case NONE -> 0; // confirmed by full collections of ours, or unknown
        };
        return confirmed ? Math.max(byBasis, 0.6) : byBasis;
    }
}
