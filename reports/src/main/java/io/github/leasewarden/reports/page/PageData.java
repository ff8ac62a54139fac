package io.github.leasewarden.reports.page;

import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.Json;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What goes into a saved page: the report without its samples, and the samples as {@linkplain HistoryColumns columns}. It stays within
 * {@value #MOST_BYTES} bytes whatever it is given: lists are cut, the least telling entries first, and the page says so.
 *
 * @param omitted a sentence for each list that was cut
 */
record PageData(LeakReport report, HistoryColumns history, List<String> omitted) {
    static final int MOST_BYTES = 200 * 1024;

    private static final Comparator<LeaseEntry> MOST_TELLING = Comparator.comparingLong(
                    (LeaseEntry lease) -> lease.abandoned() + lease.open())
            .thenComparingLong(LeaseEntry::opened)
            .reversed();

    static PageData of(LeakReport report, List<HistoryPoint> points) {
        HistoryColumns history = HistoryColumns.of(points);
        int entries = LeakReport.MAX_EXPIRIES;
        PageData data = cut(report, history, entries);
        while (data.bytes() > MOST_BYTES && entries > 1) {
            entries /= 2;
            data = cut(report, history, entries);
        }
        return data;
    }

    /** As JSON that no HTML parser can mistake for markup, whatever names and sentences hold. */
    String inScript() {
        return new String(Json.compact(this), StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private int bytes() {
        return inScript().getBytes(StandardCharsets.UTF_8).length;
    }

    private static PageData cut(LeakReport given, HistoryColumns history, int entries) {
        List<String> omitted = new ArrayList<>();
        List<LeaseEntry> leases = given.leases().stream().sorted(MOST_TELLING).toList();
        HeapEntry heap = given.heap();
        LeakReport report = new LeakReport(
                given.schemaVersion(),
                given.generatedAt(),
                given.agent(),
                given.jvm(),
                given.verdict(),
                new HeapEntry(heap.usedAfterGcBytes(), heap.maxBytes(), List.of(), heap.nonHeap()),
                first(given.suspects(), entries, "suspects", omitted),
                first(leases, entries, "sites", omitted),
                newest(given.expiries(), entries, "releases", omitted),
                newest(given.falsePositives(), entries, "false positives", omitted),
                first(given.pools(), entries, "pools", omitted),
                newest(given.alerts(), entries, "alerts", omitted),
                first(given.rules(), entries, "rules", omitted),
                first(given.streams(), entries, "streams", omitted),
                first(given.largeResults(), entries, "large results", omitted),
                first(given.reconnects(), entries, "reconnects", omitted),
                given.container());
        return new PageData(report, history, omitted);
    }

    private static <T> List<T> first(List<T> all, int most, String what, List<String> omitted) {
        tell(all, most, "first", what, omitted);
        return all.subList(0, Math.min(most, all.size()));
    }

    private static <T> List<T> newest(List<T> all, int most, String what, List<String> omitted) {
        tell(all, most, "newest", what, omitted);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static void tell(List<?> all, int most, String which, String what, List<String> omitted) {
        if (all.size() > most) {
            omitted.add("Of " + all.size() + " " + what + " this page holds the " + which + " " + most
                    + "; the JSON report has all.");
        }
    }
}
