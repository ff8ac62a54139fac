package io.github.leasewarden.core.detection;

import java.util.Arrays;
import java.util.List;

/**
 * The median slope of all pairs of points (Theil 1950, Sen 1968). Up to 29 % of the points may be arbitrarily wrong, which
 * least squares does not survive even once: one burst at the end of the run draws its line.
 */
final class TheilSen {
    private TheilSen() {}

    /** Units of value per second; 0 for fewer than two distinct moments. Quadratic: callers keep below 60 points. */
    static double slope(List<Point> points) {
        return slope(points, 0.5);
    }

    /** @param share of the pairs that rise more slowly: 0.5 is the median, less is what the slope is at least */
    static double slope(List<Point> points, double share) {
        int n = points.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double seconds = points.get(j).seconds() - points.get(i).seconds();
                if (seconds > 0) {
                    slopes[count++] = (points.get(j).value() - points.get(i).value()) / seconds;
                }
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(slopes, 0, count);
        double at = share * (count - 1);
        int below = (int) at;
        int above = Math.min(count - 1, below + 1);
        return slopes[below] + (at - below) * (slopes[above] - slopes[below]);
    }
}
