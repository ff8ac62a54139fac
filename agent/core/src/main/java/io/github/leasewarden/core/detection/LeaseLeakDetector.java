package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.lease.SiteCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which sites open more leases than they release?
 *
 * <p>Leaks accumulate: floors of {@link SiteCount#unreleased()} keep rising. What the agent expired itself still counts,
 * otherwise its own cure would hide the disease. A start-up plateau, a rarely used singleton, and a service that is simply
 * busier (see {@link Load}) are silent.
 */
public final class LeaseLeakDetector {
    private LeaseLeakDetector() {}

    /** Sites with proof first, then by growth. A site that only has a plateau is not among them. */
    public static List<SiteGrowth> detect(Evidence evidence) {
        int crowd = evidence.settings().crowd();
        double warm = WarmUp.endNanos(evidence) / 1e9;
        List<SiteGrowth> found = new ArrayList<>();
        for (SiteHistory history : SiteHistory.ofCrowds(evidence.leases(), crowd)) {
            SiteGrowth growth = judge(history, crowd, warm);
            if (growth.accumulating()) {
                found.add(growth);
            }
        }
        return withoutExplained(found).stream()
                .sorted(Comparator.comparing((SiteGrowth site) -> !site.proven())
                        .thenComparing(site -> !site.twoWitnesses())
                        .thenComparing(Comparator.comparingDouble(SiteGrowth::growthPerMinute)
                                .reversed())
                        .thenComparing(site -> site.now().fingerprint()))
                .toList();
    }

    private static SiteGrowth judge(SiteHistory history, int crowd, double warm) {
        SiteCount now = history.now();
        List<Point> open = history.series(warm, SiteCount::unreleased);
        Trend trend = Trend.of(open, crowd / 2.0);
        boolean proven = now.abandoned() >= crowd || now.ownersGone() >= crowd;
        // with proof in hand start-up needs no benefit of the doubt, and three rising floors are enough
        List<Point> whole = history.series(0, SiteCount::unreleased);
        // what nobody can give back any more stays lost, also when an empty pool lets nobody open more
        boolean lostForGood = now.abandoned() - now.expired() >= crowd;
        boolean accumulating = proven
                ? lostForGood || Rising.byThirds(whole, crowd / 2.0)
                : trend.rising() && notJustLoad(history, warm, open, crowd);
        List<Point> stale = history.series(warm, site -> site.idlePastTtl() + site.expired());
        boolean idleCrowd = !now.disarmed()
                && !stale.isEmpty()
                && stale.get(stale.size() - 1).value() >= crowd
                && Rising.byThirds(stale, crowd / 2.0);
        double perMinute = 60
                * (trend.rising()
                        ? trend.slopePerSecond()
                        : TheilSen.slope(Point.minima(whole, 1 + whole.size() / 60)));
        double confidence = confidence(now, proven, idleCrowd);
        List<String> sentences = LeaseSentences.of(now, proven ? whole : open, perMinute, idleCrowd);
        return new SiteGrowth(now, accumulating, proven, idleCrowd, perMinute, sentences, confidence);
    }

    private static boolean notJustLoad(SiteHistory history, double warm, List<Point> open, int crowd) {
        double unexplained = Load.unexplainedGrowth(
                open,
                history.series(warm, SiteCount::opened),
                history.series(warm, site -> site.released() + site.collected()));
        double grown = open.get(open.size() - 1).value() - open.get(0).value();
        return unexplained >= Math.max(crowd / 2.0, grown / 4);
    }

    private static double confidence(SiteCount now, boolean proven, boolean idleCrowd) {
        double confidence = proven ? 0.9 : idleCrowd ? 0.75 : 0.6;
        confidence *= now.unsampled() ? 0.7 : 1;
        return now.disarmed() ? confidence / 2 : confidence;
    }

    /** Opens without a stack are accused only where no site with a stack explains the same rule's growth. */
    private static List<SiteGrowth> withoutExplained(List<SiteGrowth> found) {
        Set<String> explained = new HashSet<>();
        found.stream()
                .filter(site -> !site.now().unsampled())
                .forEach(site -> explained.add(site.now().rule()));
        return found.stream()
                .filter(site -> !site.now().unsampled()
                        || !explained.contains(site.now().rule()))
                .toList();
    }
}
