package io.github.leasewarden.core.detection;

import java.util.Arrays;
import java.util.List;

/**
 * The Mann–Kendall test: how likely is it that a series without a trend rises as consistently as this one? It looks at the
 * order of the values only, so neither outliers nor the distribution matter.
 */
final class MannKendall {
    /** Up to here, and without ties, the probability is counted exactly. */
    private static final int EXACT_UP_TO = 11;

    private MannKendall() {}

    /**
     * One-sided p-value of "rising". From 12 points on the variance is inflated by the lag-1 autocorrelation of the residuals
     * (Yue and Wang 2004): heaps wander, and a wandering series looks like a trend to a test that assumes independence.
     */
    static double risingByChance(List<Point> points) {
        int n = points.size();
        if (n < 3) {
            return 1;
        }
        double[] values = points.stream().mapToDouble(Point::value).toArray();
        int s = score(values);
        if (s <= 0) {
            return 1;
        }
        double tieVariance = tieVariance(values);
        if (n <= EXACT_UP_TO && tieVariance == 0) {
            return atMostInversions(n, (n * (n - 1) / 2 - s) / 2);
        }
        double variance = (n * (n - 1.0) * (2 * n + 5) - tieVariance) / 18;
        if (n > EXACT_UP_TO) {
            double correlation = Math.min(0.95, lagOneCorrelation(points));
            variance *= correlation > 1.645 / Math.sqrt(n) ? (1 + correlation) / (1 - correlation) : 1;
        }
        return variance <= 0 ? 1 : normalTail((s - 1) / Math.sqrt(variance));
    }

    private static int score(double[] values) {
        int s = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                s += Double.compare(values[j], values[i]);
            }
        }
        return s;
    }

    /** Sum of t(t−1)(2t+5) over groups of t equal values. */
    private static double tieVariance(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 0, j; i < sorted.length; i = j) {
            j = i;
            while (j < sorted.length && sorted[j] == sorted[i]) {
                j++;
            }
            double t = j - i;
            sum += t * (t - 1) * (2 * t + 5);
        }
        return sum;
    }

    /** Share of all orders of n distinct values with at most this many inversions (Mahonian numbers). */
    private static double atMostInversions(int n, int most) {
        double[] orders = {1};
        double all = 1;
        for (int size = 2; size <= n; size++) {
            double[] next = new double[orders.length + size - 1];
            for (int inversions = 0; inversions < orders.length; inversions++) {
                for (int added = 0; added < size; added++) {
                    next[inversions + added] += orders[inversions];
                }
            }
            orders = next;
            all *= size;
        }
        return Arrays.stream(orders).limit(most + 1L).sum() / all;
    }

    private static double lagOneCorrelation(List<Point> points) {
        double slope = TheilSen.slope(points);
        double[] residuals = points.stream()
                .mapToDouble(p -> p.value() - slope * p.seconds())
                .toArray();
        double mean = Arrays.stream(residuals).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            double deviation = residuals[i] - mean;
            squares += deviation * deviation;
            products += i == 0 ? 0 : deviation * (residuals[i - 1] - mean);
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** P(Z &gt; z) for z ≥ 0; Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
    private static double normalTail(double z) {
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double polynomial =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return polynomial * Math.exp(-x * x) / 2;
    }
}
