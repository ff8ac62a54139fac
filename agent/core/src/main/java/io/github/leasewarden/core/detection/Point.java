package io.github.leasewarden.core.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * One value of a series.
 *
 * @param seconds since the agent's start
 * @param value bytes, leases, threads
 */
record Point(double seconds, double value) {
    static Point atNanos(long uptimeNanos, double value) {
        return new Point(uptimeNanos / 1e9, value);
    }

    static double span(List<Point> points) {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).seconds - points.get(0).seconds;
    }

    static double lowest(List<Point> points) {
        return points.stream().mapToDouble(Point::value).min().orElseThrow();
    }

    static double highest(List<Point> points) {
        return points.stream().mapToDouble(Point::value).max().orElseThrow();
    }

    /** The lowest point of each group of neighbours; an incomplete group at the start is left out. */
    static List<Point> minima(List<Point> points, int group) {
        if (group <= 1) {
            return points;
        }
        List<Point> minima = new ArrayList<>();
        for (int i = points.size() % group; i < points.size(); i += group) {
            Point lowest = points.get(i);
            for (Point point : points.subList(i, i + group)) {
                lowest = point.value < lowest.value ? point : lowest;
            }
            minima.add(lowest);
        }
        return minima;
    }
}
