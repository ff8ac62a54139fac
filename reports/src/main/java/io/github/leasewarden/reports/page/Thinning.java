package io.github.leasewarden.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Fewer points that draw the same picture. */
final class Thinning {
    private Thinning() {}

    /**
     * At most {@code most} points: the lowest and the highest of each stretch, in their order. A line through them touches every valley and
     * every peak of the line through all; an average would hide both.
     */
    static <T> List<T> keepingExtremes(List<T> points, int most, ToLongFunction<T> value) {
        if (points.size() <= most) {
            return List.copyOf(points);
        }
        List<T> kept = new ArrayList<>(most);
        int stretches = most / 2;
        for (int i = 0; i < stretches; i++) {
            int from = Math.toIntExact((long) points.size() * i / stretches);
            int to = Math.toIntExact((long) points.size() * (i + 1) / stretches);
            int lowest = from;
            int highest = from;
            for (int j = from + 1; j < to; j++) {
                long here = value.applyAsLong(points.get(j));
                lowest = here < value.applyAsLong(points.get(lowest)) ? j : lowest;
                highest = here > value.applyAsLong(points.get(highest)) ? j : highest;
            }
            kept.add(points.get(Math.min(lowest, highest)));
            if (lowest != highest) {
                kept.add(points.get(Math.max(lowest, highest)));
            }
        }
        return kept;
    }

    /** At most {@code most} points: the newest of each stretch, so that the last one is the last one. */
    static <T> List<T> keepingNewest(List<T> points, int most) {
        if (points.size() <= most) {
            return List.copyOf(points);
        }
        List<T> kept = new ArrayList<>(most);
        for (int i = 1; i <= most; i++) {
            kept.add(points.get(Math.toIntExact((long) points.size() * i / most) - 1));
        }
        return kept;
    }
}
