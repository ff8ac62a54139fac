package io.github.leasewarden.core.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.lease.SiteCount;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.NonHeapSample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One moment of the past.
 *
 * @param at to the second
 * @param usedAfterGcBytes heap in use after the newest collection; null before the first
 * @param maxBytes the most the heap may grow to
 * @param rssBytes resident memory of the process; null where the operating system does not tell
 * @param open open leases by kind
 * @param expired leases the agent released since its start
 * @param gc whether a collection ended since the point before
 * @param verdict as in reports
 * @param sites open leases of the sites with most, by fingerprint; null where the reply leaves them out
 */
public record HistoryPoint(
        Instant at,
        @Nullable Long usedAfterGcBytes,
        long maxBytes,
        @Nullable Long rssBytes,
        Map<String, Long> open,
        long expired,
        boolean gc,
        String verdict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Long> sites) {
    private static final int SITES = 4;

    /** @param newestGc the newest collection that the point before knew of, or null */
    static HistoryPoint of(Observation seen, @Nullable Instant newestGc) {
        HeapSample heap = Evidence.newest(seen.evidence().heap());
        NonHeapSample nonHeap = Evidence.newest(seen.evidence().nonHeap());
        Map<String, Long> open = new TreeMap<>();
        long expired = 0;
        LeaseCensus census = Evidence.newest(seen.evidence().leases());
        if (census != null) {
            for (SiteCount site : census.sites()) {
                open.merge(site.kind(), site.open(), Long::sum);
                expired += site.expired();
            }
        }
        return new HistoryPoint(
                seen.at().truncatedTo(ChronoUnit.SECONDS),
                heap == null ? null : (Long) heap.usedAfterGcBytes(),
                Math.max(0, seen.evidence().maxHeapBytes()),
                nonHeap == null || nonHeap.rssBytes() < 0 ? null : (Long) nonHeap.rssBytes(),
                open,
                expired,
                heap != null && (newestGc == null || heap.at().isAfter(newestGc)),
                seen.verdict().state().label(),
                census == null ? null : largest(census));
    }

    private static Map<String, Long> largest(LeaseCensus census) {
        Map<String, Long> largest = new TreeMap<>();
        census.sites().stream()
                .filter(site -> site.open() > 0)
                .sorted(Comparator.comparingLong(SiteCount::open).reversed().thenComparing(SiteCount::fingerprint))
                .limit(SITES)
                .forEach(site -> largest.put(site.fingerprint(), site.open()));
        return largest;
    }

    HistoryPoint withoutSites() {
        return new HistoryPoint(at, usedAfterGcBytes, maxBytes, rssBytes, open, expired, gc, verdict, null);
    }

    /** Of two neighbours the newer; a collection between them stays known. */
    static HistoryPoint merge(HistoryPoint older, HistoryPoint newer) {
        return older.gc && !newer.gc
                ? new HistoryPoint(
                        newer.at,
                        newer.usedAfterGcBytes,
                        newer.maxBytes,
                        newer.rssBytes,
                        newer.open,
                        newer.expired,
                        true,
                        newer.verdict,
                        newer.sites)
                : newer;
    }
}
