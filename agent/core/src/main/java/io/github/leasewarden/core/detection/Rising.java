package io.github.leasewarden.core.detection;

import java.util.List;

/** A quick test of counts that another fact already makes suspicious; {@link Trend} is the strict one. */
final class Rising {
    private static final int ENOUGH_POINTS = 4;

    private Rising() {}

    /** True if the floors of the three thirds rise, the last step included, by at least {@code leastGrowth} in all. */
    static boolean byThirds(List<Point> points, double leastGrowth) {
        int n = points.size();
        if (n < ENOUGH_POINTS) {
            return false;
        }
        double first = Point.lowest(points.subList(0, n / 3));
        double middle = Point.lowest(points.subList(n / 3, n - n / 3));
        double last = Point.lowest(points.subList(n - n / 3, n));
        return first <= middle && middle < last && last - first >= leastGrowth;
    }
}
