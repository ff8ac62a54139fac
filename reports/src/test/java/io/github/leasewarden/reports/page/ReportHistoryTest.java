package io.github.leasewarden.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.HeapPoint;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportHistoryTest {
    private static final Instant NOW = PageSamples.NOW;

    private final LeakReport newest = at(NOW, new JvmInfo(1, "17", "G1", "com.acme.Shop"));

    @Test
    void samplesAndReportsAreOneRowOfMoments() {
        LeakReport earlier = at(NOW.minusSeconds(60), newest.jvm());
        List<HistoryPoint> points = ReportHistory.of(newest, List.of(earlier, newest));
        assertThat(points)
                .extracting(HistoryPoint::at)
                .containsExactly(NOW.minusSeconds(60), NOW.minusSeconds(30), NOW);
        assertThat(points).extracting(HistoryPoint::usedAfterGcBytes).containsExactly(null, 7L, null);
        assertThat(points.get(0).sites()).containsEntry(PageSamples.fingerprint(0), 672L);
        assertThat(points.get(0).open()).containsEntry("neo4j-session", 682L);
    }

    @Test
    void reportsOfAnotherProcessAreLeftOut() {
        LeakReport other = at(NOW.minusSeconds(60), new JvmInfo(2, "17", "G1", "com.acme.Shop"));
        assertThat(ReportHistory.of(newest, List.of(other))).hasSize(2);
    }

    private static LeakReport at(Instant at, JvmInfo jvm) {
        LeakReport day = PageSamples.report(4);
        HeapEntry heap = new HeapEntry(
                7L,
                9,
                List.of(new HeapPoint(NOW.minusSeconds(30), 7)),
                day.heap().nonHeap());
        return new LeakReport(
                day.schemaVersion(),
                at,
                day.agent(),
                jvm,
                day.verdict(),
                heap,
                day.suspects(),
                day.leases(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
