package io.github.leasewarden.core.detection;

import java.util.List;

/**
 * How much of a site's growth is plain load. By Little's law open leases = opening rate × lifetime: a busier service holds
 * more of them without leaking any, while a leak holds more at the same rate.
 */
final class Load {
    private Load() {}

    /**
     * Growth of {@code open} from the first to the last third of the series that a change of the opening rate does not
     * explain. A site that never gave anything back has no lifetime yet, so nothing is explained.
     *
     * @param open unreleased leases
     * @param opened leases opened since start, at the same moments
     * @param returned leases released or collected since start, at the same moments
     */
    static double unexplainedGrowth(List<Point> open, List<Point> opened, List<Point> returned) {
        int third = open.size() / 3;
        double early = mean(open.subList(0, third));
        double late = mean(open.subList(open.size() - third, open.size()));
        boolean givesBack =
                returned.get(returned.size() - 1).value() > returned.get(0).value();
        double earlyRate = rate(opened.subList(0, third + 1));
        double lateRate = rate(opened.subList(opened.size() - third - 1, opened.size()));
        if (!givesBack || earlyRate <= 0 || lateRate <= earlyRate) {
            return late - early;
        }
        return late - early * lateRate / earlyRate;
    }

    static double mean(List<Point> points) {
        return points.stream().mapToDouble(Point::value).average().orElse(0);
    }

    private static double rate(List<Point> totals) {
        double span = Point.span(totals);
        return span <= 0
                ? 0
                : (totals.get(totals.size() - 1).value() - totals.get(0).value()) / span;
    }
}
