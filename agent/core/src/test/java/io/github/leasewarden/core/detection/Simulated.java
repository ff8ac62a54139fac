package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.lease.SiteCount;
import io.github.leasewarden.core.sampling.HeapSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;

/** Synthetic evidence: deterministic, seeded, no sleeping. */
final class Simulated {
    static final long MIB = 1 << 20;
    static final long MAX_HEAP = 256 * MIB;

    private Simulated() {}

    /**
     * A G1-like heap: a young collection every second, promoted garbage that only the collections after an old one remove.
     *
     * @param liveMib live set at a second, in MiB
     * @param oldEvery seconds between old collections; 0 for none
     * @param promotedMib garbage promoted per second, in MiB
     * @param noiseMib standard deviation of what a young collection leaves by chance
     */
    static List<HeapSample> g1(
            DoubleUnaryOperator liveMib, int seconds, int oldEvery, double promotedMib, double noiseMib, long seed) {
        Random random = new Random(seed);
        List<HeapSample> samples = new ArrayList<>();
        double garbage = 0;
        for (int second = 1; second <= seconds; second++) {
            boolean old = oldEvery > 0 && second % oldEvery == 0;
            boolean mixed = oldEvery > 0 && second > oldEvery && second % oldEvery == 2;
            garbage = mixed ? 0 : garbage + promotedMib;
            double used = liveMib.applyAsDouble(second) + garbage + Math.abs(random.nextGaussian()) * noiseMib;
            samples.add(heapSample(second, used, old ? "G1Old" : "G1New", old, false, false));
        }
        return samples;
    }

    /** Full collections only, as on Serial and Parallel under pressure. */
    static List<HeapSample> full(DoubleUnaryOperator liveMib, int seconds, int every) {
        List<HeapSample> samples = new ArrayList<>();
        for (int second = every; second <= seconds; second += every) {
            samples.add(heapSample(second, liveMib.applyAsDouble(second), "SerialOld", true, true, false));
        }
        return samples;
    }

    static HeapSample heapSample(double second, double mib, String name, boolean old, boolean full, boolean ours) {
        return new HeapSample(
                Instant.EPOCH.plusMillis((long) (second * 1000)),
                nanos(second),
                (long) (mib * MIB),
                name,
                old,
                full,
                ours);
    }

    static Evidence heapEvidence(List<HeapSample> heap) {
        long uptime = heap.isEmpty() ? 0 : heap.get(heap.size() - 1).uptimeNanos();
        return Evidence.none(DetectionSettings.DEFAULTS)
                .withHeap(heap, MAX_HEAP)
                .withUptimeNanos(uptime);
    }

    /** A census every ten seconds. */
    static List<LeaseCensus> censuses(int seconds, LongFunction<List<SiteCount>> sites) {
        List<LeaseCensus> censuses = new ArrayList<>();
        for (int second = 10; second <= seconds; second += 10) {
            censuses.add(new LeaseCensus(nanos(second), sites.apply(second)));
        }
        return censuses;
    }

    static Evidence leaseEvidence(int seconds, LongFunction<List<SiteCount>> sites) {
        return Evidence.none(DetectionSettings.DEFAULTS)
                .withLeases(censuses(seconds, sites))
                .withUptimeNanos(nanos(seconds));
    }

    static SiteBuilder site(String fingerprint) {
        return new SiteBuilder(fingerprint);
    }

    static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }

    /** A site with plain defaults. */
    static final class SiteBuilder {
        private final String fingerprint;
        private String rule = "reactor";
        private String kind = "subscription";
        private boolean unsampled;
        private long opened;
        private long released;
        private long collected;
        private long expired;
        private long idle;
        private long abandoned;
        private long ownersGone;
        private boolean disarmed;

        private SiteBuilder(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        SiteBuilder rule(String rule, String kind) {
            this.rule = rule;
            this.kind = kind;
            return this;
        }

        SiteBuilder unsampled() {
            unsampled = true;
            return this;
        }

        SiteBuilder opened(double count) {
            opened = (long) count;
            return this;
        }

        SiteBuilder released(double count) {
            released = (long) count;
            return this;
        }

        SiteBuilder collected(double count) {
            collected = (long) count;
            return this;
        }

        SiteBuilder expired(double count) {
            expired = (long) count;
            return this;
        }

        SiteBuilder idle(double count) {
            idle = (long) Math.max(0, count);
            return this;
        }

        SiteBuilder abandoned(double count) {
            abandoned = (long) count;
            return this;
        }

        SiteBuilder ownersGone(double count) {
            ownersGone = (long) count;
            return this;
        }

        SiteBuilder disarmed() {
            disarmed = true;
            return this;
        }

        SiteCount build() {
            return new SiteCount(
                    fingerprint,
                    rule,
                    kind,
                    unsampled ? List.of() : List.of("com.acme.OrderFeed.subscribe(OrderFeed.java:42)"),
                    "com.acme.Lease" + fingerprint,
                    unsampled,
                    opened,
                    released,
                    collected,
                    expired,
                    0,
                    opened - released - collected - expired,
                    idle,
                    abandoned,
                    ownersGone,
                    0,
                    0,
                    disarmed);
        }
    }
}
