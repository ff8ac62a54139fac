package io.github.leasewarden.core.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a series of floors really rises. One engine for heap, leases and threads.
 *
 * <p>It is asked at several scales: of the floors themselves, and of the minima of 2, 4, 8 … neighbours. At the scale that
 * covers a load cycle the cycle disappears, so a leak under a sawtooth shows; a plain cycle shows at none. It is asked of
 * the whole run and of its last half and quarter, which find a leak that started late, but only above anything seen before.
 *
 * @param rising the answer
 * @param undecided true if only the significance is missing: more points may make it a trend
 * @param slopePerSecond Theil–Sen slope at the most significant scale
 * @param growth slope × span of the window that rises
 * @param byChance p-value, corrected for the number of scales tried
 * @param persistence slope of the second half ÷ slope of the whole: 1 is linear, towards 0 saturates
 * @param spanSeconds length of the window
 */
public record Trend(
        boolean rising,
        boolean undecided,
        double slopePerSecond,
        double growth,
        double byChance,
        double persistence,
        double spanSeconds) {
    /** Points below which nothing is said: five in perfect order happen by chance in 0.8 % of all cases. */
    static final int ENOUGH_POINTS = 5;

    private static final int COARSEST_POINTS = 6;
    private static final int MOST_POINTS = 60;
    private static final double SIGNIFICANT = 0.02;
    private static final double REMARKABLE = 0.1;
    private static final double LEAST_PERSISTENCE = 0.4;
    /** A series that comes back to where it was did not leak: in its last third it must stay this share of the growth above. */
    private static final double LEAST_KEPT = 0.3;

    private static final double MOST_OF_GROWTH = 0.5;

    /**
     * @param points time-ordered
     * @param leastGrowth in the series' unit; less is not worth a verdict
     */
    static Trend of(List<Point> points, double leastGrowth) {
        List<Point> series = Point.minima(points, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
        Trend whole = ofWindow(series, leastGrowth);
        if (whole.rising) {
            return whole;
        }
        for (int parts = 2; parts <= 4; parts *= 2) {
            int from = series.size() - series.size() / parts;
            List<Point> past = series.subList(0, from);
            List<Point> window = series.subList(from, series.size());
            if (window.size() < COARSEST_POINTS) {
                break;
            }
            Trend late = ofWindow(window, leastGrowth);
            if (late.rising && Point.lowest(lastThird(window)) > Point.highest(past) && !oneStep(window)) {
                return late;
            }
        }
        return whole;
    }

    private static Trend ofWindow(List<Point> window, double leastGrowth) {
        if (window.size() < ENOUGH_POINTS) {
            return new Trend(false, false, TheilSen.slope(window), 0, 1, 0, Point.span(window));
        }
        List<List<Point>> scales = new ArrayList<>();
        scales.add(window);
        for (int group = 2; window.size() / group >= COARSEST_POINTS; group *= 2) {
            scales.add(Point.minima(window, group));
        }
        Trend best = null;
        for (List<Point> scale : scales) {
            Trend trend = ofScale(scale, scales.size(), leastGrowth);
            boolean better = best == null
                    || (trend.rising && !best.rising)
                    || (trend.rising == best.rising && trend.byChance < best.byChance);
            best = better ? trend : best;
        }
        return best == null ? new Trend(false, false, 0, 0, 1, 0, 0) : best;
    }

    private static Trend ofScale(List<Point> points, int scalesTried, double leastGrowth) {
        double slope = TheilSen.slope(points);
        double span = Point.span(points);
        double growth = slope * span;
        double byChance = Math.min(1, MannKendall.risingByChance(points) * scalesTried);
        double persistence = slope <= 0 ? 0 : TheilSen.slope(points.subList(points.size() / 2, points.size())) / slope;
        boolean kept = Point.lowest(lastThird(points)) - Point.lowest(points) >= LEAST_KEPT * growth;
        boolean looksRising = growth > leastGrowth && persistence > LEAST_PERSISTENCE && kept;
        boolean rising = looksRising && byChance < SIGNIFICANT;
        boolean undecided = looksRising && !rising && byChance < REMARKABLE;
        return new Trend(rising, undecided, slope, growth, byChance, persistence, span);
    }

    /** A short window that straddles a step rises too; in a leak no single step makes most of the growth. */
    private static boolean oneStep(List<Point> window) {
        double largest = 0;
        for (int i = 1; i < window.size(); i++) {
            largest =
                    Math.max(largest, window.get(i).value() - window.get(i - 1).value());
        }
        return largest > MOST_OF_GROWTH * (Point.highest(window) - Point.lowest(window));
    }

    private static List<Point> lastThird(List<Point> points) {
        return points.subList(points.size() - (points.size() + 2) / 3, points.size());
    }
}
