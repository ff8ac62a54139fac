package io.github.leasewarden.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.detection.HeapGrowth;
import io.github.leasewarden.core.detection.Suspect;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.lease.LeaseDetails;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.Parts;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.ServiceInfo;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.WouldExpire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteMetricsTest {
    private static final String FRAME = "com.acme.Feed.open(Feed.java:42)";

    private static LeaseEntry site(String fingerprint, long open, String... frames) {
        return new LeaseEntry(
                "subscription",
                "reactor.subscriber",
                new SiteEntry(fingerprint, List.of(frames)),
                open,
                0,
                0,
                open,
                0,
                0,
                Map.of(),
                0,
                false,
                new WouldExpire(0, 0),
                false);
    }

    private static Suspect suspect(String fingerprint) {
        return new Suspect(
                1,
                fingerprint,
                Suspect.Type.SITE,
                "subscription",
                "r",
                null,
                null,
                1,
                1,
                null,
                List.of(),
                List.of(),
                0.5);
    }

    private static List<String> lines(int most, List<Suspect> suspects, ServiceInfo service, LeaseEntry... leases) {
        Observation none = Parts.none();
        Observation seen = new Observation(
                none.at(),
                none.agent(),
                new JvmInfo(1, "17", "G1", "com.acme.Shop", Instant.EPOCH, service),
                new Verdict(Verdict.State.LEAK, "It leaks.", HeapGrowth.State.STEADY, 0, 0.9, null, 9, suspects),
                none.evidence(),
                new LeaseDetails(List.of(leases), List.of(), List.of()),
                none.expiries(),
                none.clamps(),
                none.alerts(),
                none.rules(),
                none.streams(),
                none.reconnects(),
                none.totals());
        return new String(new MetricsPage(most).render(seen, null).body(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static List<String> sites(List<String> page) {
        return page.stream()
                .filter(line -> line.startsWith("leasewarden_site_"))
                .toList();
    }

    @Test
    void aSiteIsDescribedOnceAndItsFiguresCarryTheFingerprintOnly() {
        assertThat(sites(lines(10, List.of(suspect("f1")), null, site("f1", 7, FRAME))))
                .containsExactlyInAnyOrder(
                        "leasewarden_site_info{fingerprint=\"f1\",kind=\"subscription\",place=\"" + FRAME
                                + "\",rule=\"reactor.subscriber\"} 1",
                        "leasewarden_site_open_leases{fingerprint=\"f1\"} 7.0",
                        "leasewarden_site_suspected{fingerprint=\"f1\"} 1.0");
    }

    @Test
    void ofAThousandSitesTheSuspectedAndTheLargestAreShown() {
        LeaseEntry[] leases = IntStream.range(0, 1000)
                .mapToObj(i -> site(String.format("f%03d", i), i, FRAME))
                .toArray(LeaseEntry[]::new);
        assertThat(lines(3, List.of(suspect("f005"), suspect("gone")), null, leases).stream()
                        .filter(line -> line.startsWith("leasewarden_site_open_leases")))
                .containsExactlyInAnyOrder(
                        "leasewarden_site_open_leases{fingerprint=\"f005\"} 5.0",
                        "leasewarden_site_open_leases{fingerprint=\"f999\"} 999.0",
                        "leasewarden_site_open_leases{fingerprint=\"f998\"} 998.0");
    }

    @Test
    void aSiteThatReleasedAllItOpenedIsNotShown() {
        assertThat(sites(lines(3, List.of(), null, site("f1", 0, FRAME)))).isEmpty();
    }

    @Test
    void linesThatShareAFingerprintAreOneSite() {
        assertThat(sites(lines(3, List.of(), null, site("f1", 2, "a.B.c(B.java:1)"), site("f1", 5, FRAME))))
                .contains("leasewarden_site_open_leases{fingerprint=\"f1\"} 7.0")
                .filteredOn(line -> line.startsWith("leasewarden_site_info"))
                .singleElement()
                .asString()
                .contains(FRAME);
    }

    @Test
    void zeroSwitchesThemOff() {
        assertThat(lines(0, List.of(suspect("f1")), null, site("f1", 7, FRAME)))
                .noneMatch(line -> line.contains("leasewarden_site"));
    }

    @Test
    void aLabelHasABoundAndKeepsTheLine() {
        String place = "com.acme." + "x".repeat(5000) + ".open(Feed.java:42)";
        assertThat(sites(lines(1, List.of(), null, site("f1", 7, place))))
                .filteredOn(line -> line.contains("place="))
                .singleElement()
                .asString()
                .contains("x.open(Feed.java:42)\"")
                .hasSizeLessThan(300);
    }

    @Test
    void aSiteWithoutAStackIsShownWithoutAPlace() {
        assertThat(sites(lines(1, List.of(), null, site("f1", 7)))).anyMatch(line -> line.contains("place=\"\""));
    }

    @Test
    void theServiceIsOneSeriesToJoinWith() {
        assertThat(lines(1, List.of(), new ServiceInfo("shop", "1.4.2", "shop-7d9f")))
                .contains(
                        "leasewarden_service_info{service=\"shop\",service_instance=\"shop-7d9f\",version=\"1.4.2\"} 1");
        assertThat(lines(1, List.of(), new ServiceInfo("shop", null, "shop-7d9f")))
                .contains("leasewarden_service_info{service=\"shop\",service_instance=\"shop-7d9f\",version=\"\"} 1");
    }
}
