package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.detection.DetectionSettings;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.HeapGrowth;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.sampling.ContainerSample;
import io.github.leasewarden.core.sampling.GcSample;
import io.github.leasewarden.core.sampling.GcTotals;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.PoolSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A JVM a test makes up, ten seconds a look. */
final class Looks {
    static final long TEN_SECONDS = 10_000_000_000L;
    static final AlertSettings SETTINGS = new AlertSettings(
            0.70, 0.90, Duration.ofMinutes(5), 0.10, Duration.ofSeconds(60), Duration.ofSeconds(1), 0.90);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final List<HeapSample> heap = new ArrayList<>();
    private final List<GcSample> collections = new ArrayList<>();
    private final List<ContainerSample> container = new ArrayList<>();
    private List<NonHeapSample> nonHeap = List.of();
    private List<PoolSample> pools = List.of();
    private Verdict verdict = verdict(Verdict.State.STEADY, null);
    private Duration pause = Duration.ZERO;
    private Duration ownPause = Duration.ZERO;
    private long max = 100;
    private long now;

    Looks max(long bytes) {
        max = bytes;
        return this;
    }

    /** Time passes without a collection. */
    Looks seconds(int seconds) {
        now += seconds * 1_000_000_000L;
        return this;
    }

    /** A full collection: what is left is the live set. */
    Looks full(long used) {
        heap.add(new HeapSample(NOON, now, used, "G1Full", true, true, false));
        return this;
    }

    Looks young(long used) {
        heap.add(new HeapSample(NOON, now, used, "G1New", false, false, false));
        return this;
    }

    Looks pause(long millis) {
        pause = pause.plusMillis(millis);
        collections.add(new GcSample(now, "G1New", "G1 Evacuation Pause", Duration.ofMillis(millis), false));
        return this;
    }

    Looks ownPause(long millis) {
        ownPause = ownPause.plusMillis(millis);
        collections.add(new GcSample(now, "G1Full", "System.gc()", Duration.ofMillis(millis), true));
        return this;
    }

    Looks pools(PoolSample... all) {
        pools = List.of(all);
        return this;
    }

    Looks nonHeap(NonHeapSample sample) {
        nonHeap = List.of(sample);
        return this;
    }

    Looks container(long limit, long used, long heap) {
        container.add(new ContainerSample(now, limit, used, 0, heap));
        return this;
    }

    /** Its memory cannot be read any more. */
    Looks noContainer() {
        container.clear();
        return this;
    }

    Looks verdict(Verdict next) {
        verdict = next;
        return this;
    }

    static Verdict verdict(Verdict.State state, Double secondsToExhaustion) {
        return new Verdict(
                state,
                "Because.",
                secondsToExhaustion == null ? HeapGrowth.State.STEADY : HeapGrowth.State.GROWING,
                0,
                0.9,
                secondsToExhaustion,
                10,
                List.of());
    }

    /** The next look, ten seconds after the last. */
    Look next() {
        Look look = new Look(
                Evidence.none(DetectionSettings.DEFAULTS)
                        .withHeap(heap, max)
                        .withNonHeap(nonHeap)
                        .withContainer(container)
                        .withPools(pools)
                        .withUptimeNanos(now),
                verdict,
                collections,
                new GcTotals(collections.size(), pause, 0, ownPause));
        now += TEN_SECONDS;
        return look;
    }
}
