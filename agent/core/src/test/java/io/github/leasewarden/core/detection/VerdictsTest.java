package io.github.leasewarden.core.detection;

import static io.github.leasewarden.core.detection.Simulated.censuses;
import static io.github.leasewarden.core.detection.Simulated.g1;
import static io.github.leasewarden.core.detection.Simulated.heapEvidence;
import static io.github.leasewarden.core.detection.Simulated.leaseEvidence;
import static io.github.leasewarden.core.detection.Simulated.site;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.detection.Verdict.State;
import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.Counted;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.core.sampling.ThreadCensus;
import io.github.leasewarden.core.sampling.ThreadGroupCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    static final List<HeapSample> LEAKING_HEAP = g1(t -> 40 + t / 10, 600, 25, 0.4, 2, 1);
    /** What {@link #LEAKING_HEAP} grows by in a minute. */
    static final long SIX_MIB = 6 << 20;

    static final List<HeapSample> FLAT_HEAP = g1(t -> 40, 600, 25, 0.4, 2, 1);

    @Test
    void nothingKnownIsNotEnoughDataAndNotSteady() {
        Verdict verdict = Verdicts.judge(Evidence.none(DetectionSettings.DEFAULTS));

        assertThat(verdict.state()).isEqualTo(State.NOT_ENOUGH_DATA);
        assertThat(verdict.confidence()).isZero();
        assertThat(verdict.secondsToExhaustion()).isNull();
        assertThat(verdict.reason()).contains("warm-up lasts another 60 s");
    }

    @Test
    void aFlatHeapWithoutSuspectsIsSteady() {
        Verdict verdict = Verdicts.judge(heapEvidence(FLAT_HEAP));

        assertThat(verdict.state()).isEqualTo(State.STEADY);
        assertThat(verdict.slopeBytesPerSecond()).isZero();
        assertThat(verdict.suspects()).isEmpty();
        assertThat(verdict.confidence()).isGreaterThan(0.5);
    }

    @Test
    void aHeapTrendAloneIsGrowingHoweverSteep() {
        Verdict verdict = Verdicts.judge(heapEvidence(LEAKING_HEAP));

        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(verdict.slopeBytesPerSecond()).isPositive();
        assertThat(verdict.secondsToExhaustion()).isBetween(1000.0, 2200.0);
        assertThat(verdict.reason()).contains("may still be a cache");
    }

    @Test
    void whatHooksLetGoOfWhileTheJvmExitsIsNoEndOfALeak() {
        Evidence leaking = heapEvidence(LEAKING_HEAP)
                .withClasses(ClassGrowthDetectorTest.censuses(6, true, "com.acme.Order", i -> 100 + 50 * i, SIX_MIB));
        List<ClassCensus> classes = new ArrayList<>(leaking.classes());
        classes.add(new ClassCensus(
                leaking.uptimeNanos() + 1,
                Counted.COLLECTED,
                List.of(new ClassCount("com.acme.Order", 10, 1000)),
                40 << 20,
                Duration.ZERO,
                Duration.ZERO));
        Evidence afterwards = leaking.withClasses(classes).withUptimeNanos(leaking.uptimeNanos() + 2);

        assertThat(Verdicts.judge(leaking).state()).isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(afterwards).state()).isNotEqualTo(State.LEAK);
        assertThat(Verdicts.judge(afterwards.withHeapUntil(leaking.uptimeNanos()))
                        .state())
                .isEqualTo(State.LEAK);
    }

    @Test
    void accumulatingLeasesAloneAreGrowingAndListed() {
        Verdict verdict = Verdicts.judge(
                leaseEvidence(600, t -> List.of(site("a").opened(t).build())));

        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(verdict.suspects()).extracting(Suspect::fingerprint).containsExactly("a");
    }

    @Test
    void aHeapTrendAndAccumulatingLeasesAreALeak() {
        Verdict verdict = Verdicts.judge(heapEvidence(LEAKING_HEAP)
                .withLeases(censuses(600, t -> List.of(site("a").opened(t).build()))));

        assertThat(verdict.state()).isEqualTo(State.LEAK);
        assertThat(verdict.reason()).contains("OrderFeed.java:42").contains("is full in about");
        assertThat(verdict.confidence()).isBetween(0.8, 0.99);
    }

    @Test
    void abandonedLeasesAreALeakEvenIfTheAgentKeepsTheHeapFlat() {
        Verdict verdict = Verdicts.judge(heapEvidence(FLAT_HEAP)
                .withLeases(censuses(
                        600,
                        t -> List.of(site("a").opened(t).abandoned(t).expired(t).build()))));

        assertThat(verdict.state()).isEqualTo(State.LEAK);
        assertThat(verdict.reason()).contains("does not grow");
    }

    @Test
    void twoLeaseWitnessesSufficeBeforeTheHeapHasEnoughData() {
        Verdict verdict = Verdicts.judge(leaseEvidence(
                50, t -> List.of(site("a").opened(t).ownersGone(t / 2.0).build())));

        assertThat(verdict.state()).isEqualTo(State.LEAK);
        assertThat(verdict.reason()).contains("The heap itself has not enough data");
        assertThat(verdict.samples()).isZero();
    }

    @Test
    void aStartUpPlateauInAFlatHeapIsSteady() {
        Verdict verdict = Verdicts.judge(heapEvidence(FLAT_HEAP)
                .withLeases(censuses(
                        600,
                        t -> List.of(site("quiet")
                                .opened(450)
                                .idle(t > 300 ? 450 : 0)
                                .build()))));

        assertThat(verdict.state()).isEqualTo(State.STEADY);
        assertThat(verdict.suspects()).isEmpty();
    }

    @Test
    void aHeapTrendAndGrowingClassesAreALeak() {
        Verdict verdict = Verdicts.judge(heapEvidence(LEAKING_HEAP)
                .withClasses(ClassGrowthDetectorTest.censuses(6, true, "com.acme.Order", i -> 100 + 50 * i, SIX_MIB)));

        assertThat(verdict.state()).isEqualTo(State.LEAK);
        assertThat(verdict.suspects()).singleElement().satisfies(suspect -> {
            assertThat(suspect.type()).isEqualTo(Suspect.Type.CLASS);
            assertThat(suspect.className()).isEqualTo("com.acme.Order");
            assertThat(suspect.fingerprint()).matches("[0-9a-f]{12}");
        });
    }

    @Test
    void unconfirmedHeapAndACensusFullOfGarbageAreOneWitness() {
        Verdict verdict = Verdicts.judge(heapEvidence(g1(t -> 40, 400, 0, 0.2, 1, 5))
                .withClasses(ClassGrowthDetectorTest.censuses(6, false, "com.acme.Order", i -> 100 + 50 * i)));

        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(verdict.reason()).contains("may be garbage");
    }

    @Test
    void growingClassesInASteadyHeapAreNoVerdict() {
        Verdict verdict = Verdicts.judge(heapEvidence(FLAT_HEAP)
                .withClasses(ClassGrowthDetectorTest.censuses(6, true, "com.acme.Order", i -> 100 + 50 * i)));

        assertThat(verdict.state()).isEqualTo(State.STEADY);
        assertThat(verdict.suspects()).isEmpty();
    }

    @Test
    void theClassOfAnAccusedSiteIsItsEvidenceNotASecondSuspect() {
        Verdict verdict = Verdicts.judge(heapEvidence(LEAKING_HEAP)
                .withLeases(censuses(600, t -> List.of(site("a").opened(t).build())))
                .withClasses(ClassGrowthDetectorTest.censuses(6, true, "com.acme.Leasea", i -> 100 + 50 * i, SIX_MIB)));

        assertThat(verdict.suspects()).singleElement().satisfies(suspect -> {
            assertThat(suspect.type()).isEqualTo(Suspect.Type.SITE);
            assertThat(suspect.bytes()).isEqualTo(350 * 32L);
        });
    }

    @Test
    void growingThreadsAreAWitness() {
        Evidence threads = Evidence.none(DetectionSettings.DEFAULTS)
                .withUptimeNanos(Simulated.nanos(600))
                .withNonHeap(nonHeap(t -> 20 + t / 10, t -> 0));
        assertThat(Verdicts.judge(threads).state()).isEqualTo(State.GROWING);

        Verdict withHeap = Verdicts.judge(heapEvidence(LEAKING_HEAP).withNonHeap(threads.nonHeap()));
        assertThat(withHeap.state()).isEqualTo(State.LEAK);
        assertThat(withHeap.suspects()).extracting(Suspect::type).containsExactly(Suspect.Type.THREAD);
    }

    @Test
    void aLeakOutsideTheHeapIsNamedAsSuch() {
        Verdict verdict = Verdicts.judge(heapEvidence(FLAT_HEAP).withNonHeap(nonHeap(t -> 20, t -> t * 100_000)));

        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(verdict.reason()).contains("Direct buffers outside the heap grow");
    }

    @Test
    void anExhaustedPoolBesideAccumulatingSessionsIsALeak() {
        List<PoolSample> pools = List.of(new PoolSample("neo4j.pool", "localhost:7687", 20, 20, 20));
        Evidence evidence = leaseEvidence(
                        600,
                        t -> List.of(site("s")
                                .rule("neo4j", "neo4j-session")
                                .opened(t)
                                .build()))
                .withPools(pools);

        Verdict verdict = Verdicts.judge(evidence);
        assertThat(verdict.state()).isEqualTo(State.LEAK);
        assertThat(verdict.suspects()).extracting(Suspect::type).containsExactly(Suspect.Type.SITE, Suspect.Type.POOL);
        assertThat(verdict.suspects()).extracting(Suspect::rank).containsExactly(1, 2);
    }

    @Test
    void anExhaustedPoolAloneIsLoad() {
        List<PoolSample> pools = List.of(new PoolSample("neo4j.pool", "localhost:7687", 20, 20, 20));

        assertThat(Verdicts.judge(heapEvidence(FLAT_HEAP).withPools(pools)).state())
                .isEqualTo(State.STEADY);
    }

    @Test
    void theSameEvidenceAlwaysGivesTheSameVerdict() {
        Evidence evidence = heapEvidence(LEAKING_HEAP)
                .withLeases(censuses(
                        600,
                        t -> List.of(
                                site("a").opened(t).build(), site("b").opened(t).build())));

        assertThat(Verdicts.judge(evidence)).isEqualTo(Verdicts.judge(evidence));
    }

    @Test
    void aPoolThatStillFillsIsNoThreadLeakButEverMorePoolsAre() {
        assertThat(Verdicts.judge(threads("pool-*-thread-*", true, 1)).state()).isNotIn(State.LEAK, State.GROWING);

        Verdict many = Verdicts.judge(threads("pool-*-thread-*", true, 5));
        assertThat(many.state()).isEqualTo(State.LEAK);
        assertThat(many.suspects()).singleElement().satisfies(suspect -> {
            assertThat(suspect.type()).isEqualTo(Suspect.Type.THREAD);
            assertThat(suspect.holder()).isEqualTo("pool-*-thread-*");
            assertThat(suspect.frames()).containsExactly("com.acme.Export.run(Export.java:7)");
        });
    }

    @Test
    void threadsAreBlamedOnTheLineThatStartsThem() {
        Verdict verdict = Verdicts.judge(threads("upload-*", false, 0, "com.acme.Uploads.accept(Uploads.java:40)"));

        assertThat(verdict.suspects()).singleElement().satisfies(suspect -> {
            assertThat(suspect.frames()).containsExactly("com.acme.Uploads.accept(Uploads.java:40)");
            assertThat(suspect.evidence())
                    .contains("The newest seen to start was started at com.acme.Uploads.accept(Uploads.java:40);"
                            + " an example is now at com.acme.Export.run(Export.java:7).");
        });
    }

    @Test
    void threadsOfAllSortsAreALeakOnlyIfThereAreTwoCrowds() {
        assertThat(Verdicts.judge(heapEvidence(LEAKING_HEAP).withNonHeap(nonHeap(t -> 20 + t / 40, t -> 0)))
                        .state())
                .isEqualTo(State.GROWING);
        assertThat(Verdicts.judge(heapEvidence(LEAKING_HEAP).withNonHeap(nonHeap(t -> 20 + t / 20, t -> 0)))
                        .state())
                .isEqualTo(State.LEAK);
    }

    /** There are more of them for a while because there is more to do: called leak at 42 s, with 22 more within 17 s. */
    @Test
    void threadsOfAllSortsAreWatchedForAsLongAsThoseOfOneName() {
        assertThat(Verdicts.judge(moreThreadsEachSecond(30, 1)).state()).isEqualTo(State.GROWING);
        assertThat(Verdicts.judge(moreThreadsEachSecond(50, 1)).state()).isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(moreThreadsEachSecond(30, 2)).state())
                .as("so many")
                .isEqualTo(State.LEAK);
    }

    private static Evidence moreThreadsEachSecond(int seconds, int more) {
        return heapEvidence(LEAKING_HEAP).withNonHeap(nonHeap(60, 60 + seconds, 1, t -> more * t, t -> 0));
    }

    /** One for each tenant, say. */
    @Test
    void workersThatAreStartedOneAfterTheOtherAreNoLeakYet() {
        assertThat(Verdicts.judge(threads(10, 5, "tenant-*", false, 0)).state()).isNotIn(State.LEAK, State.GROWING);
        assertThat(Verdicts.judge(threads(12, 5, "tenant-*", false, 0)).state()).isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(threads(10, 12, "tenant-*", false, 0)).state())
                .as("so many")
                .isEqualTo(State.LEAK);
    }

    /** @param familiesEach further pools with each census */
    private static Evidence threads(String pattern, boolean pooled, int familiesEach, String... startedBy) {
        return threads(60, 5, pattern, pooled, familiesEach, startedBy);
    }

    private static Evidence threads(
            int seconds, int more, String pattern, boolean pooled, int familiesEach, String... startedBy) {
        List<ThreadCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            censuses.add(new ThreadCensus(
                    Simulated.nanos(100 + seconds * i),
                    List.of(new ThreadGroupCount(
                            pattern,
                            10 + more * i,
                            9 + more * i,
                            familiesEach == 1 ? 1 : familiesEach * (i + 1),
                            pooled,
                            List.of(startedBy),
                            List.of("com.acme.Export.run(Export.java:7)")))));
        }
        return heapEvidence(FLAT_HEAP)
                .withNonHeap(nonHeap(t -> 20 + t / 10, t -> 0))
                .withInspection(new Inspection(null, censuses, Map.of(), -1, List.of()));
    }

    @Test
    void directBuffersThatStayReferencedAreALeak() {
        List<ClassCensus> censuses =
                ClassGrowthDetectorTest.censuses(6, true, "java.nio.DirectByteBuffer", i -> 20 + 50 * i);
        Verdict verdict = Verdicts.judge(heapEvidence(FLAT_HEAP)
                .withNonHeap(nonHeap(t -> 20, t -> t * 100_000))
                .withClasses(censuses));

        assertThat(verdict.state()).isEqualTo(State.LEAK);
        assertThat(verdict.suspects().get(0).className()).isEqualTo("java.nio.DirectByteBuffer");
    }

    @Test
    void everMoreLoadedClassesAreNamedAndOneLoadIsNot() {
        assertThat(Verdicts.judge(classes(t -> 3000 + 2 * t)).reason()).contains("ever more classes are loaded");
        assertThat(Verdicts.judge(classes(t -> t < 300 ? 3000 : 4000)).state()).isEqualTo(State.STEADY);
        assertThat(Verdicts.judge(classes(t -> 3000 + Math.min(t, 200))).state())
                .isEqualTo(State.STEADY);
    }

    private static Evidence classes(IntUnaryOperator loaded) {
        List<NonHeapSample> samples = new ArrayList<>();
        for (int t = 10; t <= 600; t += 10) {
            samples.add(new NonHeapSample(
                    Simulated.nanos(t), -1, 0, 0, loaded.applyAsInt(t) * 10_000L, 20, loaded.applyAsInt(t)));
        }
        return heapEvidence(FLAT_HEAP).withNonHeap(samples);
    }

    private static List<NonHeapSample> nonHeap(IntUnaryOperator threads, IntUnaryOperator directBytes) {
        return nonHeap(10, 600, 10, threads, directBytes);
    }

    private static List<NonHeapSample> nonHeap(
            int from, int until, int every, IntUnaryOperator threads, IntUnaryOperator directBytes) {
        List<NonHeapSample> samples = new ArrayList<>();
        for (int t = from; t <= until; t += every) {
            samples.add(new NonHeapSample(
                    Simulated.nanos(t), -1, directBytes.applyAsInt(t), 0, 30 << 20, threads.applyAsInt(t), 5000));
        }
        return samples;
    }
}
