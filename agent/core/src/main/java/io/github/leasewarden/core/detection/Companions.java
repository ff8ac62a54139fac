package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.ClassCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Arrays and JDK objects that grow with a class: what hangs on its instances. They come and go for other reasons too, arrays above all,
 * so the number to each instance is the lower quartile over all pairs of censuses: noise around a level gives none, and the sum
 * is a lower bound.
 *
 * @param bytes they grew by, at least
 * @param largeBytes the part of it that is large, and in step with the class all the time
 * @param words largest first
 */
record Companions(double bytes, double largeBytes, List<String> words) {
    private static final int MOST = 4;
    /** Objects to one instance: fewer are not its own, more are not held one by one. */
    private static final double LEAST_EACH = 0.5;

    private static final double MOST_EACH = 60;
    /** So much to each instance, always: its own, though other people's small ones come and go in any number. */
    private static final double LARGE_BYTES_EACH = 64 << 10;

    private static final double LOWER_QUARTILE = 0.25;
    private static final double MOST_DEVIATION = 0.15;

    private record Companion(String className, double bytes, boolean large) {}

    static Companions of(String className, ClassSeries series, int from) {
        List<Point> own = series.instances(className).subList(from, series.size());
        double grown = own.get(own.size() - 1).value() - own.get(0).value();
        List<Companion> found = new ArrayList<>();
        for (ClassCount other : series.newest().values()) {
            boolean ofTheJdk =
                    other.className().startsWith("[") || other.className().startsWith("java.");
            if (ofTheJdk) {
                double each = toEach(own, series.instances(other.className()).subList(from, series.size()));
                List<Point> bytes = series.bytes(other.className()).subList(from, series.size());
                boolean large = inStep(own, bytes, LARGE_BYTES_EACH, Double.MAX_VALUE);
                boolean itsOwn = large || (each >= LEAST_EACH && each <= MOST_EACH);
                double bytesEach = itsOwn ? toEach(own, bytes) : 0;
                if (bytesEach > 0) {
                    found.add(new Companion(other.className(), bytesEach * grown, large));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Companion::bytes).reversed());
        return new Companions(
                found.stream().mapToDouble(Companion::bytes).sum(),
                found.stream()
                        .filter(Companion::large)
                        .mapToDouble(Companion::bytes)
                        .sum(),
                found.stream()
                        .limit(MOST)
                        .map(each -> Amounts.readable(each.className) + " by " + Amounts.bytes(each.bytes))
                        .toList());
    }

    /** By how much the other series grew for each one that came, at least. */
    private static double toEach(List<Point> own, List<Point> other) {
        int last = own.size() - 1;
        if (other.get(last).value() <= other.get(0).value()) {
            return 0; // most classes stand still: no need to look at every pair
        }
        List<Point> together = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            together.add(new Point(own.get(i).value(), other.get(i).value()));
        }
        return TheilSen.slope(together, LOWER_QUARTILE);
    }

    /** Whether at all times there were the same number of others to each one that came, and that number is within these bounds. */
    static boolean inStep(List<Point> own, List<Point> other, double leastEach, double mostEach) {
        int last = own.size() - 1;
        double each = (other.get(last).value() - other.get(0).value())
                / (own.get(last).value() - own.get(0).value());
        if (!(each >= leastEach && each <= mostEach)) {
            return false;
        }
        double grown = own.get(last).value() - own.get(0).value();
        for (int i = 1; i <= last; i++) {
            double expected = each * (own.get(i).value() - own.get(0).value());
            double seen = other.get(i).value() - other.get(0).value();
            if (Math.abs(seen - expected) > MOST_DEVIATION * each * grown) {
                return false;
            }
        }
        return true;
    }
}
