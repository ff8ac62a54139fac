package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.sampling.LiveSet.Basis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveSetTest {
    private static HeapSample sample(int second, long used, boolean old, boolean full, boolean ours) {
        return new HeapSample(Instant.EPOCH.plusSeconds(second), second * 1_000_000_000L, used, "x", old, full, ours);
    }

    private static HeapSample young(int second, long used) {
        return sample(second, used, false, false, false);
    }

    @Test
    void floorsAreTheMinimaBetweenOldCollections() {
        List<HeapSample> samples = new ArrayList<>();
        for (int cycle = 0; cycle < 6; cycle++) {
            int start = cycle * 10;
            samples.add(sample(start, 70, true, false, false));
            samples.add(young(start + 2, 40 + cycle));
            samples.add(young(start + 5, 60));
        }
        LiveSet liveSet = LiveSet.of(samples, 0);

        assertThat(liveSet.basis()).isEqualTo(Basis.BETWEEN_OLD);
        assertThat(liveSet.floors()).extracting(Floor::bytes).containsExactly(40L, 41L, 42L, 43L, 44L, 45L);
    }

    @Test
    void aG1MixedPhaseIsOneOldCollection() {
        List<HeapSample> samples = new ArrayList<>();
        for (int cycle = 0; cycle < 5; cycle++) {
            for (int mixed = 0; mixed < 4; mixed++) {
                samples.add(sample(cycle * 10 + mixed, 60 - mixed, true, false, false));
            }
            samples.add(young(cycle * 10 + 8, 80));
        }

        assertThat(LiveSet.of(samples, 0).floors()).extracting(Floor::bytes).containsOnly(57L);
    }

    @Test
    void whereEveryCollectionIsOldEachIsAFloorUpToTheBound() {
        List<HeapSample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            samples.add(sample(i, 50 + i % 10, true, false, false));
        }
        LiveSet liveSet = LiveSet.of(samples, 0);

        assertThat(liveSet.basis()).isEqualTo(Basis.BETWEEN_OLD);
        assertThat(liveSet.floors()).hasSize(LiveSet.MOST_FLOORS).allMatch(floor -> floor.bytes() == 50);
    }

    @Test
    void fullCollectionsAreExactEvenIfWeAskedForThem() {
        List<HeapSample> samples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            samples.add(i % 12 == 0 ? sample(i, 30, true, true, true) : young(i, 90));
        }
        LiveSet liveSet = LiveSet.of(samples, 0);

        assertThat(liveSet.basis()).isEqualTo(Basis.FULL);
        assertThat(liveSet.floors()).extracting(Floor::bytes).containsOnly(30L);
    }

    @Test
    void whereNoCollectionIsFullOurOwnWholeHeapOnesComeClosest() {
        List<HeapSample> samples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            samples.add(i % 20 == 0 ? sample(i, 30, true, false, true) : young(i, 90));
        }

        assertThat(LiveSet.of(samples, 0).exact()).extracting(Floor::bytes).containsExactly(30L, 30L, 30L);
    }

    @Test
    void aFewCollectionsOfOursDoNotBendTheSeriesOfTheOthers() {
        List<HeapSample> samples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            samples.add(i == 30 || i == 50 ? sample(i, 10, true, true, true) : young(i, 90));
        }
        LiveSet liveSet = LiveSet.of(samples, 0);

        assertThat(liveSet.basis()).isEqualTo(Basis.WINDOWS_YOUNG_ONLY);
        assertThat(liveSet.floors()).extracting(Floor::bytes).containsOnly(90L);
        assertThat(liveSet.exact()).hasSize(2);
    }

    @Test
    void theWarmUpAndTooFewCollectionsGiveNoFloors() {
        List<HeapSample> samples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            samples.add(young(i, 90));
        }

        assertThat(LiveSet.of(samples, 85_000_000_000L).basis()).isEqualTo(Basis.NONE);
        assertThat(LiveSet.of(List.of(), 0).floors()).isEmpty();
    }
}
