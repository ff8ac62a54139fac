package io.github.leasewarden.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.detection.DetectionSettings;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.HeapGrowth;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.lease.LeaseDetails;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.Parts;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.WouldExpire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsPageTest {
    private static final String OPENMETRICS = "application/openmetrics-text;version=1.0.0";
    private final MetricsPage page = new MetricsPage(0);

    private String text(Observation seen) {
        return new String(page.render(seen, null).body(), StandardCharsets.UTF_8);
    }

    private static Observation with(LeaseEntry... leases) {
        Observation full = Parts.full();
        return of(full.evidence(), List.of(leases));
    }

    private static Observation of(Evidence evidence, List<LeaseEntry> leases) {
        return of(Parts.full().verdict(), evidence, leases);
    }

    private static Observation of(Verdict verdict, Evidence evidence, List<LeaseEntry> leases) {
        Observation full = Parts.full();
        return new Observation(
                full.at(),
                full.agent(),
                full.jvm(),
                verdict,
                evidence,
                new LeaseDetails(leases, List.of(), List.of()),
                full.expiries(),
                full.clamps(),
                full.alerts(),
                full.rules(),
                full.streams(),
                full.reconnects(),
                full.totals());
    }

    private static LeaseEntry lease(String kind, long opened) {
        return new LeaseEntry(
                kind,
                "rule",
                new SiteEntry("0123456789ab", List.of("com.acme.Secret.frame(Secret.java:1)")),
                opened,
                0,
                0,
                opened,
                0,
                0,
                Map.of(),
                0,
                false,
                new WouldExpire(0, 0),
                false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory_heap_used_bytes",
                "memory_heap_percentage",
                "subscriptions_active_count",
                "connections_pool_size",
                "stream_processor_backpressure_active"
            })
    void theFiveOriginalNamesAreThereBeforeAnythingIsKnown(String name) {
        assertThat(text(Parts.none())).containsPattern("(?m)^" + name + " ");
        assertThat(text(Parts.full())).containsPattern("(?m)^" + name + " [0-9]");
    }

    @Test
    void theFiguresAreThoseOfTheObservation() {
        assertThat(text(Parts.full()).lines())
                .contains(
                        "memory_heap_used_bytes 1499.0",
                        "subscriptions_active_count 9.0",
                        "connections_pool_size 18.0",
                        "stream_processor_backpressure_active 1.0",
                        "leasewarden_leases_open{kind=\"subscription\"} 9.0",
                        "leasewarden_leases_opened_total{kind=\"subscription\"} 10.0",
                        "leasewarden_leases_expired_total{cause=\"IDLE\",kind=\"subscription\"} 4.0",
                        "leasewarden_leases_would_expire{kind=\"subscription\",mode=\"strict\"} 8.0",
                        "leasewarden_verdict{leasewarden_verdict=\"leak\"} 1",
                        "leasewarden_verdict{leasewarden_verdict=\"steady\"} 0",
                        "leasewarden_heap_exhaustion_seconds 5400.7",
                        "leasewarden_pool_in_use_connections{address=\"db:7687\",rule=\"neo4j.pool.bolt\"} 12.0",
                        "leasewarden_pool_max_connections{address=\"db:1\",rule=\"acme\"} NaN",
                        "leasewarden_direct_memory_bytes 100.0",
                        "leasewarden_container_memory_limit_bytes 2000.0",
                        "leasewarden_container_memory_used_bytes 1600.0",
                        "leasewarden_rules{state=\"off\"} 1.0",
                        "stream_processor_backpressure_active 1.0",
                        "leasewarden_stream_processed_items_total{rule=\"acme.orders\"} 880.0",
                        "leasewarden_stream_throttled_seconds_total{rule=\"acme.orders\"} 4.2");
    }

    @Test
    void whatNobodyKnowsIsNotZero() {
        assertThat(text(Parts.none()).lines())
                .contains(
                        "memory_heap_used_bytes NaN",
                        "stream_processor_backpressure_active 0.0",
                        "leasewarden_heap_after_gc_bytes NaN",
                        "leasewarden_heap_exhaustion_seconds NaN",
                        "leasewarden_threads NaN",
                        "leasewarden_container_memory_limit_bytes NaN",
                        "leasewarden_container_memory_used_bytes NaN",
                        "leasewarden_verdict{leasewarden_verdict=\"not-enough-data\"} 1");
    }

    @ParameterizedTest
    @CsvSource({"NOT_ENOUGH_DATA, NaN", "STEADY, +Inf"})
    void aLeakOfLeasesDoesNotSayThatTheHeapHoldsStill(HeapGrowth.State heap, String seconds) {
        Verdict leak = new Verdict(Verdict.State.LEAK, "It leaks.", heap, 0, 0.9, null, 3, List.of());

        assertThat(text(of(leak, Parts.full().evidence(), List.of())).lines())
                .contains("leasewarden_heap_exhaustion_seconds " + seconds);
    }

    @Test
    void theFormatIsNegotiated() {
        MetricsPage.Page plain = page.render(Parts.full(), "text/plain;version=0.0.4;q=0.5,*/*;q=0.1");
        assertThat(plain.contentType()).startsWith("text/plain; version=0.0.4");
        MetricsPage.Page open = page.render(Parts.full(), OPENMETRICS);
        assertThat(open.contentType()).startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(new String(open.body(), StandardCharsets.UTF_8)).endsWith("# EOF\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7",
                "text/html",
                ";;;,,=",
                ""
            })
    void whatCannotBeServedGetsPlainText(String accept) {
        assertThat(page.render(Parts.full(), accept).contentType()).startsWith("text/plain; version=0.0.4");
    }

    @Test
    void aCounterNeverGoesBack() {
        assertThat(text(with(lease("subscription", 10)))).contains("opened_total{kind=\"subscription\"} 10.0");
        assertThat(text(with(lease("subscription", 9))))
                .as("read while a lease moved from one site to another")
                .contains("opened_total{kind=\"subscription\"} 10.0")
                .contains("leases_open{kind=\"subscription\"} 9.0");
        assertThat(text(with(lease("subscription", 12)))).contains("opened_total{kind=\"subscription\"} 12.0");
    }

    @Test
    void aThousandKindsOfAUserAreAFewSeriesAndNoneIsLost() {
        List<LeaseEntry> leases = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            leases.add(lease(String.format("kind-%04d", i), 1));
        }
        leases.add(lease("x".repeat(10_000), 1));
        String text = text(with(leases.toArray(LeaseEntry[]::new)));
        List<String> series = text.lines()
                .filter(line -> line.startsWith("leasewarden_leases_open{"))
                .toList();
        assertThat(series).hasSize(Bounded.MOST + 1);
        assertThat(series.stream()
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum())
                .isEqualTo(1001);
        assertThat(text).contains("leasewarden_leases_open{kind=\"other\"} 975.0");
    }

    @Test
    void aThousandPoolsAreAFewSeriesAndNoAddressBetraysAPassword() {
        List<PoolSample> pools = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            pools.add(new PoolSample("acme", "jdbc:acme://me:secret@db" + i + "/x?password=secret", 2, 1, 4));
        }
        String text = text(of(Evidence.none(DetectionSettings.DEFAULTS).withPools(pools), List.of()));
        assertThat(text).doesNotContain("secret");
        assertThat(text.lines().filter(line -> line.startsWith("leasewarden_pool_connections{")))
                .hasSize(Bounded.MOST + 1)
                .contains("leasewarden_pool_connections{address=\"other\",rule=\"other\"} "
                        + 2.0 * (1000 - Bounded.MOST));
        assertThat(text).contains("connections_pool_size 2000.0");
    }

    @Test
    void noLabelIsAStackOrAnId() {
        String text = text(Parts.full());
        assertThat(text).doesNotContain("OrderFeed").doesNotContain("0123456789ab");
        List<String> labels = Pattern.compile("[{,]([a-z_]+)=")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(labels)
                .containsExactlyInAnyOrder(
                        "address",
                        "cause",
                        "kind",
                        "leasewarden_verdict",
                        "level",
                        "mode",
                        "origin",
                        "rule",
                        "source",
                        "state",
                        "version");
    }

    @Test
    void everyStateOfTheVerdictIsASeries() {
        assertThat(text(Parts.full()).lines().filter(line -> line.startsWith("leasewarden_verdict{")))
                .hasSize(Verdict.State.values().length);
    }
}
