package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.ClassCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Arrays and JDK objects that grow in step with a class: what hangs on its instances. Attributed where the number per instance is
 * the same at each census; what also comes and goes for other reasons is left out, so the sum is a lower bound.
 *
 * @param bytes they grew by
 * @param words largest first
 */
record Companions(double bytes, List<String> words) {
    private static final int MOST = 4;
    private static final double LEAST_EACH = 0.9;
    private static final double MOST_EACH = 60;
    private static final double MOST_DEVIATION = 0.15;

    private record Companion(String className, double bytes) {}

    static Companions of(String className, ClassSeries series, int from) {
        List<Point> own = series.instances(className).subList(from, series.size());
        List<Companion> found = new ArrayList<>();
        for (ClassCount other : series.newest().values()) {
            boolean ofTheJdk =
                    other.className().startsWith("[") || other.className().startsWith("java.");
            if (ofTheJdk && inStep(own, series.instances(other.className()).subList(from, series.size()))) {
                found.add(new Companion(other.className(), grownBytes(other, series, from)));
            }
        }
        found.sort(Comparator.comparingDouble(Companion::bytes).reversed());
        double bytes = found.stream().mapToDouble(Companion::bytes).sum();
        return new Companions(
                bytes,
                found.stream()
                        .limit(MOST)
                        .map(each -> Amounts.readable(each.className) + " by " + Amounts.bytes(each.bytes))
                        .toList());
    }

    private static boolean inStep(List<Point> own, List<Point> other) {
        return inStep(own, other, LEAST_EACH, MOST_EACH);
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

    private static double grownBytes(ClassCount now, ClassSeries series, int from) {
        ClassCount then = series.tables().get(from).get(now.className());
        return Math.max(0, now.bytes() - (then == null ? 0 : then.bytes()));
    }
}
