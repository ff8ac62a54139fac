package io.github.leasewarden.reports.page;

import io.github.leasewarden.reports.HeapPoint;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a run's reports tell of its past: the newest one holds the heap's samples, each one the leases of its moment. */
public final class ReportHistory {
    private ReportHistory() {}

    /**
     * @param newest the report to show
     * @param earlier others of the same directory; those of another process are left out
     * @return oldest first
     */
    public static List<HistoryPoint> of(LeakReport newest, List<LeakReport> earlier) {
        List<HistoryPoint> points = new ArrayList<>();
        for (HeapPoint sample : newest.heap().series()) {
            points.add(new HistoryPoint(
                    sample.at(), sample.usedAfterGcBytes(), newest.heap().maxBytes(), null, null, null));
        }
        for (LeakReport report : earlier) {
            boolean sameRun =
                    report.jvm().equals(newest.jvm()) && report.generatedAt().isBefore(newest.generatedAt());
            if (sameRun) {
                points.add(moment(report));
            }
        }
        points.add(moment(newest));
        points.sort(Comparator.comparing(HistoryPoint::at));
        return points;
    }

    private static HistoryPoint moment(LeakReport report) {
        Map<String, Long> kinds = new HashMap<>();
        Map<String, Long> sites = new HashMap<>();
        for (LeaseEntry lease : report.leases()) {
            kinds.merge(lease.kind(), lease.open(), Long::sum);
            sites.merge(lease.site().fingerprint(), lease.open(), Long::sum);
        }
        return new HistoryPoint(
                report.generatedAt(), null, null, report.verdict().state(), kinds, sites);
    }
}
