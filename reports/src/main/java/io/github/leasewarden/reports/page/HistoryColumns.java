package io.github.leasewarden.reports.page;

import io.github.leasewarden.reports.VerdictState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * History as a chart wants it: one array a line. Times are seconds since 1970, and the page's {@code history.js} makes the same of what a
 * running agent answers.
 *
 * @param heap heap after GC, at most {@value #HEAP_POINTS} points, see {@link Thinning#keepingExtremes}
 * @param leases open leases, at most {@value #LEASE_POINTS} points of the {@value #SITES} sites that had most
 * @param verdicts which verdict held from when to when
 */
record HistoryColumns(Heap heap, Leases leases, List<Span> verdicts) {
    static final int HEAP_POINTS = 1000;
    static final int LEASE_POINTS = 500;
    static final int SITES = 8;

    record Heap(List<Double> at, List<Long> used) {}

    record Leases(List<Double> at, Map<String, List<@Nullable Long>> kinds, Map<String, List<@Nullable Long>> sites) {}

    record Span(double from, double to, VerdictState state) {}

    static HistoryColumns of(List<HistoryPoint> points) {
        return new HistoryColumns(heap(points), leases(points), verdicts(points));
    }

    private static Heap heap(List<HistoryPoint> points) {
        record Used(double at, long bytes) {}
        List<Used> all = new ArrayList<>();
        for (HistoryPoint point : points) {
            Long bytes = point.usedAfterGcBytes();
            if (bytes != null) {
                all.add(new Used(seconds(point.at()), bytes));
            }
        }
        List<Used> kept = Thinning.keepingExtremes(all, HEAP_POINTS, Used::bytes);
        return new Heap(
                kept.stream().map(Used::at).toList(),
                kept.stream().map(Used::bytes).toList());
    }

    private static Leases leases(List<HistoryPoint> points) {
        List<HistoryPoint> counted = points.stream()
                .filter(point -> point.open() != null || point.sites() != null)
                .toList();
        List<HistoryPoint> kept = Thinning.keepingNewest(counted, LEASE_POINTS);
        return new Leases(
                kept.stream().map(point -> seconds(point.at())).toList(),
                columns(kept, HistoryPoint::open),
                columns(kept, HistoryPoint::sites));
    }

    private static Map<String, List<@Nullable Long>> columns(
            List<HistoryPoint> points, Function<HistoryPoint, @Nullable Map<String, Long>> counts) {
        Map<String, Long> most = new HashMap<>();
        for (HistoryPoint point : points) {
            Map<String, Long> open = counts.apply(point);
            if (open != null) {
                open.forEach((name, n) -> most.merge(name, n, Math::max));
            }
        }
        List<String> names = most.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SITES)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, List<@Nullable Long>> columns = new LinkedHashMap<>();
        for (String name : names) {
            List<@Nullable Long> column = new ArrayList<>(points.size());
            for (HistoryPoint point : points) {
                Map<String, Long> open = counts.apply(point);
                column.add(open == null ? null : open.getOrDefault(name, 0L));
            }
            columns.put(name, column);
        }
        return columns;
    }

    /** A verdict holds until the next one. */
    private static List<Span> verdicts(List<HistoryPoint> points) {
        List<Span> spans = new ArrayList<>();
        for (HistoryPoint point : points) {
            VerdictState state = point.verdict();
            if (state == null) {
                continue;
            }
            double at = seconds(point.at());
            int last = spans.size() - 1;
            if (last >= 0) {
                spans.set(
                        last,
                        new Span(spans.get(last).from(), at, spans.get(last).state()));
            }
            if (last < 0 || spans.get(last).state() != state) {
                spans.add(new Span(at, at, state));
            }
        }
        return Thinning.keepingNewest(spans, LEASE_POINTS);
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
