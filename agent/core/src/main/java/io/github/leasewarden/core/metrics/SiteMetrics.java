package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.detection.Suspect;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.reports.LeaseEntry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The few sites worth a series of their own: those the verdict suspects, then those with most open leases. What a site is stands in an info
 * metric, so that its figures carry nothing but the fingerprint, which stays when a line moves.
 */
final class SiteMetrics {
    /** One fingerprint; lines of the same method may share it, and then the line with most open leases speaks for them. */
    private record Site(LeaseEntry largest, long open) {
        Site with(LeaseEntry other) {
            return new Site(other.open() > largest.open() ? other : largest, open + other.open());
        }
    }

    private SiteMetrics() {}

    /** @param most sites to show; 0 for none, and then there are no such families */
    static List<MetricSnapshot> of(Observation seen, int most) {
        if (most == 0) {
            return List.of();
        }
        Map<String, Site> sites = new HashMap<>();
        seen.leases()
                .leases()
                .forEach(lease -> sites.merge(
                        lease.site().fingerprint(),
                        new Site(lease, lease.open()),
                        (known, more) -> known.with(more.largest)));
        Set<String> suspected = seen.verdict().suspects().stream()
                .filter(suspect -> suspect.type() == Suspect.Type.SITE)
                .map(Suspect::fingerprint)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Site> shown = new LinkedHashMap<>();
        order(sites, suspected).stream()
                .limit(most)
                .forEach(fingerprint -> shown.put(fingerprint, sites.get(fingerprint)));
        return List.of(
                info(shown),
                gauge(
                        "leasewarden_site_open_leases",
                        "Leases open now, for the sites of leasewarden_site_info.",
                        shown,
                        Site::open),
                gauge(
                        "leasewarden_site_suspected",
                        "1 while the verdict suspects the site.",
                        shown,
                        site -> suspected.contains(site.largest.site().fingerprint()) ? 1 : 0));
    }

    private static List<String> order(Map<String, Site> sites, Set<String> suspected) {
        List<String> order = new ArrayList<>(suspected);
        order.retainAll(sites.keySet());
        sites.entrySet().stream()
                .filter(site -> site.getValue().open > 0 && !suspected.contains(site.getKey()))
                .sorted(Comparator.comparingLong((Map.Entry<String, Site> site) -> -site.getValue().open)
                        .thenComparing(Map.Entry::getKey))
                .forEach(site -> order.add(site.getKey()));
        return order;
    }

    private static InfoSnapshot info(Map<String, Site> sites) {
        InfoSnapshot.Builder family = InfoSnapshot.builder()
                .name("leasewarden_site")
                .help("Sites the verdict suspects, then those with most open leases, at most metrics.sites.");
        sites.forEach((fingerprint, site) -> {
            LeaseEntry lease = site.largest;
            List<String> frames = lease.site().frames();
            family.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                    .labels(Labels.of(
                            "fingerprint", Bounded.tail(fingerprint),
                            "kind", Bounded.tail(lease.kind()),
                            "rule", Bounded.tail(lease.rule()),
                            "place", Bounded.tail(frames.isEmpty() ? "" : frames.get(0))))
                    .build());
        });
        return family.build();
    }

    private static GaugeSnapshot gauge(String name, String help, Map<String, Site> sites, ToLongFunction<Site> figure) {
        Map<String, Long> values = new LinkedHashMap<>();
        sites.forEach((fingerprint, site) -> values.put(Bounded.tail(fingerprint), figure.applyAsLong(site)));
        return Families.gauge(name, help, "fingerprint", values);
    }
}
