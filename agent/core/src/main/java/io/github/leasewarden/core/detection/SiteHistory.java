package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.lease.SiteCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One site over all censuses. Before its first lease a site counts as zero: that it appeared is part of its growth.
 *
 * @param seconds moment of each census, since the agent's start
 * @param counts the site then, null if it did not exist yet
 * @param now the newest count
 */
record SiteHistory(List<Double> seconds, List<@Nullable SiteCount> counts, SiteCount now) {

    /** Histories of the sites that owe at least {@code crowd} leases in the newest census; all others cannot be accused. */
    static List<SiteHistory> ofCrowds(List<LeaseCensus> censuses, int crowd) {
        if (censuses.isEmpty()) {
            return List.of();
        }
        Map<String, SiteHistory> crowds = new HashMap<>();
        for (SiteCount now : censuses.get(censuses.size() - 1).sites()) {
            if (now.unreleased() >= crowd) {
                crowds.put(now.fingerprint(), new SiteHistory(new ArrayList<>(), new ArrayList<>(), now));
            }
        }
        for (LeaseCensus census : censuses) {
            Map<String, SiteCount> then = new HashMap<>();
            census.sites().forEach(site -> then.put(site.fingerprint(), site));
            crowds.forEach((fingerprint, history) -> {
                history.seconds.add(census.uptimeNanos() / 1e9);
                history.counts.add(then.get(fingerprint));
            });
        }
        return List.copyOf(crowds.values());
    }

    /** @param fromSeconds earlier censuses are left out */
    List<Point> series(double fromSeconds, ToDoubleFunction<SiteCount> value) {
        List<Point> series = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            SiteCount count = counts.get(i);
            if (seconds.get(i) >= fromSeconds) {
                series.add(new Point(seconds.get(i), count == null ? 0 : value.applyAsDouble(count)));
            }
        }
        return series;
    }
}
