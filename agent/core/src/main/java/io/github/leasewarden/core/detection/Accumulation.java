package io.github.leasewarden.core.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a count only ever grows, in a handful of exact observations. Stricter than {@link Trend} and content with fewer points: a
 * count of live objects has no noise, so what falls even once is no accumulation.
 *
 * @param from index of the first observation of the growing part: the part before it was level, or lower
 * @param grown since then
 * @param perSecond mean rate since then
 * @param pace rate of the second half ÷ rate of the first
 */
record Accumulation(int from, double grown, double perSecond, double pace) {
    /** Each step must grow at no less than this share of the mean rate: chance is uneven. */
    private static final double LEAST_EVENNESS = 0.3;
    /** A step may fall by this share of the growth, where something small comes and goes. */
    private static final double MOST_FALL = 0.02;
    /** Load that comes in bursts is even only over several steps together. */
    private static final int COARSEST = 3;
    /** Two steps of a random walk are as often even as not. */
    private static final int LEAST_COARSE_STEPS = 3;
    /** A second half slower than this share of the first is filling up, not leaking at a rate. */
    static final double SLOWING = 0.8;
    /**
     * What slows down may have filled up first and leaked since. Of what nears a limit exponentially the later half has the root of the pace of the whole, here at most
     * 0.9; so a part as long as half of the time that is steadier than that does not near one.
     */
    private static final double STEADY = 0.95;
    /** Of the largest batch, moved from one half to the other: three beside two then still count as even, four beside two do not. */
    private static final double BATCH_SHARE = 0.25;

    /**
     * @param points time-ordered
     * @param enough least observations, of the coarsest scale too
     * @return the longest growing part that lasts until now, without the beginning if it grows steadily only since; or null if there is none
     */
    @Nullable
    static Accumulation of(List<Point> points, int enough) {
        for (int from = 0; points.size() - from >= enough; from++) {
            List<Point> part = points.subList(from, points.size());
            int scale = scale(part, enough);
            if (scale > 0 && !seenBefore(points, from)) {
                Accumulation whole = part(points, from, scale);
                return whole.pace >= SLOWING ? whole : sinceItWasFull(whole, points, enough);
            }
        }
        return null;
    }

    private static Accumulation part(List<Point> points, int from, int scale) {
        List<Point> part = points.subList(from, points.size());
        double grown = part.get(part.size() - 1).value() - part.get(0).value();
        return new Accumulation(from, grown, grown / Point.span(part), pace(part, scale));
    }

    /** The longest steady part of at least half of the time; the whole if there is none. */
    private static Accumulation sinceItWasFull(Accumulation whole, List<Point> points, int enough) {
        double half = Point.span(points.subList(whole.from, points.size())) / 2;
        for (int from = whole.from + 1; points.size() - from >= enough; from++) {
            List<Point> part = points.subList(from, points.size());
            if (Point.span(part) < half) {
                break;
            }
            if (scale(part, enough) == 1 && pace(part, 1) >= STEADY) {
                return part(points, from, 1);
            }
        }
        return whole;
    }

    /** How many steps together are even, the fewest; 0 if it does not grow evenly at all. */
    private static int scale(List<Point> part, int enough) {
        double grown = part.get(part.size() - 1).value() - part.get(0).value();
        if (grown <= 0
                || Point.span(part) <= 0
                || part.get(1).value() <= part.get(0).value()) {
            return 0; // it begins with the first step up
        }
        for (int i = 1; i < part.size(); i++) {
            if (part.get(i).value() - part.get(i - 1).value() < -MOST_FALL * grown) {
                return 0;
            }
        }
        for (int scale = 1; scale <= COARSEST; scale++) {
            int steps = (part.size() - 1) / scale;
            if (steps >= enough - 1
                    && (scale == 1 || steps >= LEAST_COARSE_STEPS)
                    && even(every(part, scale), grown / Point.span(part))) {
                return scale;
            }
        }
        return 0;
    }

    private static boolean even(List<Point> points, double perSecond) {
        for (int i = 1; i < points.size(); i++) {
            double seconds = points.get(i).seconds() - points.get(i - 1).seconds();
            double step = points.get(i).value() - points.get(i - 1).value();
            if (step <= 0 || step < LEAST_EVENNESS * perSecond * seconds) {
                return false;
            }
        }
        return true;
    }

    /** A sawtooth, too, grows for a while: what was as high before has come down again since. */
    private static boolean seenBefore(List<Point> points, int from) {
        if (from == 0) {
            return false;
        }
        double start = points.get(from).value();
        double now = points.get(points.size() - 1).value();
        double highest = Point.highest(points.subList(0, from));
        return highest > start + 0.1 * (now - start);
    }

    /** Every n-th point, the last one included. */
    private static List<Point> every(List<Point> points, int n) {
        List<Point> chosen = new ArrayList<>();
        for (int i = (points.size() - 1) % n; i < points.size(); i += n) {
            chosen.add(points.get(i));
        }
        return chosen;
    }

    /** What comes in batches may by mere chance have one more of them in the first half than in the second: that much is forgiven. */
    private static double pace(List<Point> part, int scale) {
        double first = part.get(0).value();
        double last = part.get(part.size() - 1).value();
        double half = valueAt((part.get(0).seconds() + part.get(part.size() - 1).seconds()) / 2, part);
        double forgiven = scale == 1 ? 0 : BATCH_SHARE * largestStep(part);
        double early = half - first - forgiven;
        return early <= 0 ? 1 : (last - half + forgiven) / early;
    }

    private static double largestStep(List<Point> part) {
        double largest = 0;
        for (int i = 1; i < part.size(); i++) {
            largest = Math.max(largest, part.get(i).value() - part.get(i - 1).value());
        }
        return largest;
    }

    private static double valueAt(double seconds, List<Point> part) {
        int next = 1;
        while (part.get(next).seconds() < seconds) {
            next++;
        }
        Point before = part.get(next - 1);
        Point after = part.get(next);
        double share = (seconds - before.seconds()) / (after.seconds() - before.seconds());
        return before.value() + share * (after.value() - before.value());
    }
}
