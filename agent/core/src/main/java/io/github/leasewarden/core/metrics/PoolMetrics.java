package io.github.leasewarden.core.metrics;

import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.reports.Addresses;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Connection pools by rule and address, the credentials cut out of the address. Several pools of one address are added up. */
final class PoolMetrics {
    private final Map<Labels, List<PoolSample>> pools = new TreeMap<>();

    private PoolMetrics(List<PoolSample> samples) {
        Bounded names =
                new Bounded(List.of(), samples.stream().map(PoolMetrics::name).toList());
        for (PoolSample pool : samples) {
            boolean kept = names.label(name(pool)).equals(name(pool));
            Labels labels = kept
                    ? Labels.of("rule", pool.rule(), "address", address(pool))
                    : Labels.of("rule", Bounded.OTHER, "address", Bounded.OTHER);
            pools.computeIfAbsent(labels, each -> new ArrayList<>()).add(pool);
        }
    }

    static List<MetricSnapshot> of(Observation seen) {
        PoolMetrics metrics = new PoolMetrics(seen.evidence().pools());
        return List.of(
                metrics.gauge("leasewarden_pool_connections", "Connections the pool holds.", PoolSample::size),
                metrics.gauge("leasewarden_pool_in_use_connections", "Connections lent out.", PoolSample::inUse),
                metrics.gauge("leasewarden_pool_max_connections", "The most it may hold.", PoolSample::max));
    }

    private GaugeSnapshot gauge(String name, String help, Function<PoolSample, @Nullable Integer> figure) {
        GaugeSnapshot.Builder family = GaugeSnapshot.builder().name(name).help(help);
        pools.forEach((labels, each) -> family.dataPoint(Families.gaugePoint(labels, sum(each, figure))));
        return family.build();
    }

    /** Null if any of them is not known. */
    private static @Nullable Long sum(List<PoolSample> pools, Function<PoolSample, @Nullable Integer> figure) {
        long sum = 0;
        for (PoolSample pool : pools) {
            Integer value = figure.apply(pool);
            if (value == null) {
                return null;
            }
            sum += value;
        }
        return sum;
    }

    private static String name(PoolSample pool) {
        return pool.rule() + " " + address(pool);
    }

    private static String address(PoolSample pool) {
        return Addresses.withoutSecrets(pool.address());
    }
}
