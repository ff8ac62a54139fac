package io.github.leasewarden.core.detection;

import static io.github.leasewarden.core.detection.HeapGrowth.State.GROWING;
import static io.github.leasewarden.core.detection.HeapGrowth.State.NOT_ENOUGH_DATA;
import static io.github.leasewarden.core.detection.HeapGrowth.State.STEADY;
import static io.github.leasewarden.core.detection.Simulated.full;
import static io.github.leasewarden.core.detection.Simulated.g1;
import static io.github.leasewarden.core.detection.Simulated.heapEvidence;
import static io.github.leasewarden.core.detection.Simulated.heapSample;
import static io.github.leasewarden.core.detection.Simulated.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.Counted;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.LiveSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HeapGrowthDetectorTest {
    private static final int RUN = 900;

    private record Shape(String name, HeapGrowth.State expected, DoubleUnaryOperator liveMib) {}

    @TestFactory
    Stream<DynamicTest> everyShapeGetsItsVerdictUnderPromotedGarbageAndNoise() {
        return Stream.of(
                        new Shape("a plain leak", GROWING, t -> 40 + t / 30),
                        new Shape("a slow leak of 1 MiB per minute", GROWING, t -> 40 + t / 60),
                        new Shape("a leak under a sawtooth", GROWING, t -> 40 + t / 30 + (t % 70) / 4),
                        new Shape("a leak under a sine of two minutes", GROWING, t -> 50 + t / 30 + 10 * sine(t, 120)),
                        new Shape("a leak that starts late", GROWING, t -> 40 + Math.max(0, t - 500) / 10),
                        new Shape("a staircase", GROWING, t -> 40 + 5 * Math.floor(t / 100)),
                        new Shape("a plateau", STEADY, t -> 40),
                        new Shape("a start-up ramp", STEADY, t -> 40 + Math.min(t, 100) / 3),
                        new Shape("a sawtooth", STEADY, t -> 40 + (t % 70) / 2),
                        new Shape("a sine", STEADY, t -> 60 + 20 * sine(t, 200)),
                        new Shape("a slow sine", STEADY, t -> 60 + 20 * sine(t, 300)),
                        new Shape("one released burst", STEADY, t -> t > 400 && t < 500 ? 120 : 40),
                        new Shape("a burst at the end", STEADY, t -> t > 800 ? 120 : 40),
                        new Shape("periodic batches", STEADY, t -> t % 150 < 40 ? 90 : 40),
                        new Shape("one step", STEADY, t -> t < 480 ? 40 : 70),
                        new Shape("a bounded cache that fills and stops", STEADY, t -> 40 + Math.min(60, t / 6)),
                        new Shape("a saturating cache", STEADY, t -> 40 + 60 * (1 - Math.exp(-t / 150))),
                        new Shape("a leak that was stopped", STEADY, t -> 40 + Math.min(t, 400) / 10),
                        new Shape("a shrinking heap", STEADY, t -> 120 - t / 30))
                .map(shape -> DynamicTest.dynamicTest(shape.name + " is " + shape.expected, () -> {
                    for (long seed = 1; seed <= 10; seed++) {
                        List<HeapSample> samples = g1(shape.liveMib, RUN, 25, 0.4, 3, seed);
                        assertThat(HeapGrowthDetector.detect(heapEvidence(samples))
                                        .state())
                                .as("%s, seed %d", shape.name, seed)
                                .isEqualTo(shape.expected);
                    }
                }));
    }

    @Test
    void theSlopeOfALeakIsMeasuredWithinAFifth() {
        HeapGrowth growth = HeapGrowthDetector.detect(heapEvidence(g1(t -> 40 + t / 20, RUN, 25, 0.4, 3, 7)));

        assertThat(growth.slopeBytesPerSecond() / Simulated.MIB).isCloseTo(0.05, within(0.01));
        Double left = growth.secondsToExhaustion(Simulated.MAX_HEAP);
        assertThat(left).isNotNull();
        assertThat(left).isCloseTo((256 - 85) / 0.05, within(700.0));
    }

    @Test
    void fullCollectionsNeedOnlyFiveToShowALeak() {
        HeapGrowth growth = HeapGrowthDetector.detect(heapEvidence(Simulated.full(t -> 40 + t / 10, 400, 60)));

        assertThat(growth.state()).isEqualTo(GROWING);
        assertThat(growth.liveSet().basis()).isEqualTo(LiveSet.Basis.FULL);
        assertThat(growth.confirmed()).isTrue();
    }

    @Test
    void tooFewCollectionsAreNotSteady() {
        assertThat(HeapGrowthDetector.detect(heapEvidence(List.of())).state()).isEqualTo(NOT_ENOUGH_DATA);
        assertThat(HeapGrowthDetector.detect(heapEvidence(g1(t -> 40 + t, 75, 0, 0, 1, 1)))
                        .state())
                .isEqualTo(NOT_ENOUGH_DATA);
    }

    @Test
    void manyCollectionsWithinASecondAreNotEnoughTime() {
        List<HeapSample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(heapSample(61 + i / 100.0, 40 + i, "G1New", false, false, false));
        }

        assertThat(HeapGrowthDetector.detect(heapEvidence(samples)).state()).isEqualTo(NOT_ENOUGH_DATA);
    }

    @Test
    void theStepOfOurOwnRecordingIsNoGrowth() {
        // as measured: what is left of a little start-up, and 6 MiB for JFR in between
        DoubleUnaryOperator live = t -> (t < 80 ? 4 : 10) + Math.min(t - 60, 50) / 25;
        Evidence early = heapEvidence(full(live, 90, 5));
        Evidence later = heapEvidence(full(live, 110, 5));

        assertThat(HeapGrowthDetector.detect(early).state()).isEqualTo(GROWING);
        assertThat(HeapGrowthDetector.detect(recordingSince(77, early)).state()).isEqualTo(NOT_ENOUGH_DATA);
        assertThat(HeapGrowthDetector.detect(recordingSince(77, later)).state()).isEqualTo(STEADY);
    }

    @Test
    void whatCensusesCountedBeforeOurOwnRecordingIsComparedAboveItsStep() {
        Evidence leak = recordingSince(77, counted(40, 44, 53, 57, 61));
        Evidence sound = recordingSince(77, counted(40, 40, 45, 45, 45));

        assertThat(HeapGrowthDetector.detect(leak).state()).isEqualTo(GROWING);
        assertThat(HeapGrowthDetector.detect(sound).state()).isEqualTo(NOT_ENOUGH_DATA);
    }

    /** MiB, every ten seconds from 62 s on. */
    private static Evidence counted(long... mib) {
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < mib.length; i++) {
            List<ClassCount> all = List.of(new ClassCount("[B", 1000, mib[i] << 20));
            censuses.add(new ClassCensus(nanos(62 + 10 * i), Counted.COLLECTED, all, Duration.ofMillis(20)));
        }
        return heapEvidence(List.of()).withUptimeNanos(nanos(104)).withClasses(censuses);
    }

    @Test
    void aRecordingThatBeginsLateMakesNothingForgotten() {
        Evidence evidence = heapEvidence(full(t -> 40 + t / 10, 600, 20));

        assertThat(HeapGrowthDetector.detect(recordingSince(560, evidence)))
                .isEqualTo(HeapGrowthDetector.detect(evidence));
    }

    private static Evidence recordingSince(double seconds, Evidence evidence) {
        return evidence.withInspection(new Inspection(null, List.of(), Map.of(), nanos(seconds), List.of()));
    }

    @Test
    void growthDuringTheWarmUpIsIgnored() {
        assertThat(HeapGrowthDetector.detect(heapEvidence(g1(t -> 40 + 2 * Math.min(60, t), 300, 25, 0, 1, 3)))
                        .state())
                .isEqualTo(STEADY);
    }

    @Test
    void promotedGarbageThatNoOldCollectionTookIsGrowthOnLowConfidence() {
        HeapGrowth growth = HeapGrowthDetector.detect(heapEvidence(g1(t -> 40, 400, 0, 0.2, 1, 5)));

        assertThat(growth.confirmed()).isFalse();
        assertThat(growth.confidence()).isLessThanOrEqualTo(0.35);
    }

    @Test
    void ourOwnFullCollectionsClearPromotedGarbage() {
        List<HeapSample> samples = new ArrayList<>(g1(t -> 40, 400, 0, 0.2, 1, 5));
        for (int second : new int[] {200, 290, 380}) {
            samples.set(second, heapSample(second + 1, 40.1, "G1Full", true, true, true));
        }

        assertThat(HeapGrowthDetector.detect(heapEvidence(samples)).state()).isEqualTo(STEADY);
    }

    @Test
    void ourOwnFullCollectionsConfirmALeakThatYoungOnesOnlySuggest() {
        List<HeapSample> samples = new ArrayList<>(g1(t -> 40 + t / 10, 400, 0, 0, 1, 5));
        for (int second : new int[] {200, 290, 380}) {
            samples.set(second, heapSample(second + 1, 40 + second / 10.0, "G1Full", true, true, true));
        }
        HeapGrowth growth = HeapGrowthDetector.detect(heapEvidence(samples));

        assertThat(growth.state()).isEqualTo(GROWING);
        assertThat(growth.confirmed()).isTrue();
    }

    @Test
    void aRiseThatChanceMayExplainIsNotEnoughDataRatherThanSteady() {
        double[] full = {40, 42, 46, 44, 51};

        List<HeapSample> samples = Simulated.full(t -> full[Math.max(0, (int) t / 40 - 2)], 240, 40);

        assertThat(HeapGrowthDetector.detect(heapEvidence(samples)).state()).isEqualTo(NOT_ENOUGH_DATA);
    }

    @Test
    void plainNoiseIsAlmostNeverAccused() {
        assertThat(accusedOf(300, seed -> g1(t -> 60, 600, 20, 0.5, 6, seed))).isLessThanOrEqualTo(3);
    }

    @Test
    void aWanderingButBoundedHeapIsSeldomAccused() {
        int accused = accusedOf(300, seed -> {
            Random random = new Random(seed);
            double[] level = new double[601];
            for (int t = 1; t <= 600; t++) {
                level[t] = 0.97 * level[t - 1] + 2 * random.nextGaussian();
            }
            return g1(t -> 80 + level[(int) t], 600, 20, 0.5, 2, seed);
        });

        assertThat(accused).isLessThanOrEqualTo(9);
    }

    private static int accusedOf(int runs, java.util.function.LongFunction<List<HeapSample>> heap) {
        int accused = 0;
        for (long seed = 1; seed <= runs; seed++) {
            accused += HeapGrowthDetector.detect(heapEvidence(heap.apply(seed))).growing() ? 1 : 0;
        }
        return accused;
    }

    private static double sine(double t, double period) {
        return Math.sin(2 * Math.PI * t / period);
    }
}
