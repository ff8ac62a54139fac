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
import io.github.leasewarden.core.sampling.Keeping;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.OldObject;
import io.github.leasewarden.core.sampling.OldObjects;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.core.sampling.ThreadCensus;
import io.github.leasewarden.core.sampling.ThreadGroupCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private static final List<HeapSample> LEAKING_HEAP = g1(t -> 40 + t / 10, 600, 25, 0.4, 2, 1);
    /** What {@link #LEAKING_HEAP} grows by in a minute. */
    private static final long SIX_MIB = 6 << 20;

    private static final List<HeapSample> FLAT_HEAP = g1(t -> 40, 600, 25, 0.4, 2, 1);

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

    private static Evidence withClass(LongUnaryOperator instances, Keeping keeping) {
        return heapEvidence(LEAKING_HEAP)
                .withClasses(ClassGrowthDetectorTest.censuses(6, true, "com.acme.Order", instances, SIX_MIB))
                .withInspection(
                        new Inspection(List.of(), null, List.of(), Map.of("com.acme.Order", keeping), -1, List.of()));
    }

    private static Keeping kept(String limit, boolean soft) {
        return new Keeping("com.acme.Order", "com.acme.Shop.orders", true, limit, -1, false, soft);
    }

    @Test
    void aClassWhoseHolderTheCodeLimitsIsGrowingAndTheReportSaysWhy() {
        Verdict verdict =
                Verdicts.judge(withClass(i -> 100 + 50 * i, kept("takes entries out depending on its size", false)));

        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(verdict.reason()).contains("com.acme.Shop.orders").contains("depending on its size");
        assertThat(verdict.suspects()).singleElement().satisfies(suspect -> {
            assertThat(suspect.holder()).isEqualTo("com.acme.Shop.orders");
            assertThat(suspect.confidence()).isLessThan(0.3);
        });
    }

    @Test
    void whatIsTakenOutOnAConditionIsWatchedForAFifthOfTheTimeLeft() {
        Keeping byCondition = new Keeping("com.acme.Order", "com.acme.Shop.orders", true, null, -1, true, false);
        Verdict early = Verdicts.judge(watched(45, byCondition));
        Evidence evidence = watched(290, byCondition);
        long last = evidence.classes().get(5).totalBytes();
        Verdict late = Verdicts.judge(evidence.withHeap(evidence.heap(), last + (75 << 20)));

        assertThat(Verdicts.judge(watched(45, kept(null, false))).state()).isEqualTo(State.LEAK);
        assertThat(early.state()).isEqualTo(State.GROWING);
        assertThat(early.reason()).contains("takes some out on a condition");
        assertThat(late.state()).isEqualTo(State.LEAK);
    }

    @Test
    void aLimitThatFarMoreInstancesExceedExcusesNothing() {
        Keeping limited = new Keeping(
                "com.acme.Order",
                "com.acme.Shop.orders",
                true,
                "takes entries out depending on its size",
                90,
                false,
                false);
        Verdict verdict = Verdicts.judge(withClass(i -> 100 + 50 * i, limited));
        Verdict far = Verdicts.judge(withClass(i -> 300 + 50 * i, limited));

        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(far.state()).isEqualTo(State.LEAK);
        assertThat(far.reason()).contains("takes some out at 90, so something else keeps them, too");
    }

    @Test
    void whatComesWithEachInstanceOfAnExcusedClassIsExcused() {
        Keeping limited = kept("takes entries out depending on its size", false);
        Verdict inStep = Verdicts.judge(withLambdas(limited, i -> 100 + 50 * i));
        Verdict onTheirOwn = Verdicts.judge(withLambdas(limited, i -> 100 + 400 * i));

        assertThat(inStep.state()).isEqualTo(State.GROWING);
        assertThat(inStep.suspects())
                .allSatisfy(suspect -> assertThat(suspect.confidence()).isLessThan(0.3));
        assertThat(onTheirOwn.state()).isEqualTo(State.LEAK);
    }

    private static Evidence withLambdas(Keeping keeping, LongUnaryOperator lambdas) {
        Evidence evidence = withClass(i -> 100 + 50 * i, keeping);
        List<ClassCensus> censuses = new ArrayList<>();
        for (ClassCensus census : evidence.classes()) {
            long now = lambdas.applyAsLong(censuses.size());
            List<ClassCount> classes = new ArrayList<>(census.classes());
            classes.add(new ClassCount("com.acme.Shop$$Lambda", now, 16 * now));
            censuses.add(new ClassCensus(
                    census.uptimeNanos(),
                    census.counted(),
                    classes,
                    census.totalBytes(),
                    census.pause(),
                    census.work()));
        }
        return evidence.withClasses(censuses);
    }

    @Test
    void objectsOfTheJdkThatExplainTheHeapAreALeakIfOnlyAFieldWithoutALimitMayHoldThem() {
        Evidence entries = heapEvidence(LEAKING_HEAP).withClasses(entriesWithArrays());
        Keeping declared = new Keeping("java.util.HashMap$Node", "com.acme.Shop.orders", true, null, -1, false, false);
        Verdict kept = Verdicts.judge(entries.withInspection(keeping(declared)));
        Verdict unknown = Verdicts.judge(entries);

        assertThat(kept.state()).isEqualTo(State.LEAK);
        assertThat(kept.suspects().get(0).holder()).isEqualTo("com.acme.Shop.orders");
        assertThat(unknown.state()).isEqualTo(State.GROWING);
        assertThat(unknown.reason()).contains("no field of the application is known to hold it");
        assertThat(unknown.suspects().get(0).className()).isEqualTo("java.util.HashMap$Node");
    }

    @Test
    void objectsOfTheJdkThatAreASmallPartOfWhatGrowsAreNotBlamed() {
        Evidence entries = heapEvidence(LEAKING_HEAP)
                .withClasses(ClassGrowthDetectorTest.censuses(
                        6, true, "java.util.HashMap$Node", i -> 100 + 50 * i, SIX_MIB));
        Keeping declared = new Keeping("java.util.HashMap$Node", "com.acme.Shop.orders", true, null, -1, false, false);

        assertThat(Verdicts.judge(entries.withInspection(keeping(declared))).suspects())
                .isEmpty();
    }

    private static Inspection keeping(Keeping keeping) {
        return new Inspection(List.of(), null, List.of(), Map.of(keeping.className(), keeping), -1, List.of());
    }

    /** Six censuses, each with 50 more entries, 6 MiB of arrays hanging on them. */
    private static List<ClassCensus> entriesWithArrays() {
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long entries = 100 + 50L * i;
            censuses.add(new ClassCensus(
                    Simulated.nanos(100 + 60 * i),
                    Counted.COLLECTED,
                    List.of(
                            new ClassCount("[B", 1000 + entries, (40L << 20) + SIX_MIB * i),
                            new ClassCount("java.util.HashMap$Node", entries, entries * 32)),
                    Duration.ofMillis(80)));
        }
        return censuses;
    }

    /** Six censuses within so many seconds. */
    private static Evidence watched(int seconds, Keeping keeping) {
        Evidence evidence = withClass(i -> 100 + 50 * i, keeping);
        long first = evidence.classes().get(0).uptimeNanos();
        return evidence.withClasses(evidence.classes().stream()
                .map(census -> new ClassCensus(
                        first + (census.uptimeNanos() - first) * seconds / 300,
                        census.counted(),
                        census.classes(),
                        census.totalBytes(),
                        census.pause(),
                        census.work()))
                .toList());
    }

    @Test
    void whatIsHeldSoftlyIsGrowing() {
        assertThat(Verdicts.judge(withClass(i -> 100 + 50 * i, kept(null, true)))
                        .state())
                .isEqualTo(State.GROWING);
    }

    @Test
    void whatOnlyWeakReferencesHoldDoesNotSurviveALiveCensus() {
        assertThat(Verdicts.judge(weaklyReferenced(Counted.COLLECTED)).state()).isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(weaklyReferenced(Counted.ALL)).reason()).contains("weak references");
    }

    @Test
    void whereAHistogramFollowsWeakReferencesItTakesCollectionsToTellWhatIsHeld() {
        Evidence reachable = weaklyReferenced(Counted.REACHABLE);
        List<HeapSample> young =
                reachable.heap().stream().filter(sample -> !sample.old()).toList();

        assertThat(Verdicts.judge(reachable).state()).isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(reachable.withHeap(young, reachable.maxHeapBytes()))
                        .reason())
                .contains("weak references");
    }

    private static Evidence weaklyReferenced(Counted counted) {
        List<ClassCensus> censuses = new ArrayList<>();
        for (ClassCensus census :
                ClassGrowthDetectorTest.censuses(6, true, "com.acme.Order", i -> 100 + 50 * i, SIX_MIB)) {
            List<ClassCount> classes = new ArrayList<>(census.classes());
            long orders = classes.get(1).instances();
            classes.add(new ClassCount("java.util.WeakHashMap$Entry", orders, orders * 40));
            censuses.add(new ClassCensus(
                    census.uptimeNanos(), counted, classes, census.totalBytes(), census.pause(), census.work()));
        }
        return heapEvidence(LEAKING_HEAP).withClasses(censuses);
    }

    @Test
    void objectsOfTheJdkAreALeakIfAFieldWithoutALimitIsSeenToHoldThem() {
        Evidence entries = heapEvidence(LEAKING_HEAP)
                .withClasses(ClassGrowthDetectorTest.censuses(
                        6, true, "java.util.HashMap$Node", i -> 100 + 50 * i, SIX_MIB));
        Verdict kept = Verdicts.judge(entries.withInspection(entriesIn(
                new Keeping("java.util.HashMap$Node", "com.acme.Shop.orders", true, null, -1, false, false))));

        assertThat(kept.state()).isEqualTo(State.LEAK);
        assertThat(kept.suspects().get(0).holder()).isEqualTo("com.acme.Shop.orders");
        assertThat(Verdicts.judge(entries.withInspection(entriesIn(new Keeping(
                                "java.util.HashMap$Node",
                                "com.acme.Shop.orders",
                                true,
                                "empties it",
                                -1,
                                false,
                                false))))
                        .state())
                .isEqualTo(State.GROWING);
        assertThat(Verdicts.judge(entries.withInspection(entriesIn(Keeping.unknown("java.util.HashMap$Node"))))
                        .reason())
                .contains("has a limit is not known");
        assertThat(Verdicts.judge(entries).state()).isEqualTo(State.GROWING);
    }

    private static Inspection entriesIn(Keeping keeping) {
        Inspection seen = ClassGrowthDetectorTest.chains("com.acme.Shop.orders", "com.acme.Shop.orders");
        return new Inspection(
                seen.oldObjects(), null, List.of(), Map.of("java.util.HashMap$Node", keeping), -1, List.of());
    }

    @Test
    void aClassThatSlowsDownIsGrowing() {
        Verdict verdict = Verdicts.judge(withClass(i -> (long) (1000 * (1 - Math.exp(-i / 3.0))), kept(null, false)));

        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(verdict.reason()).contains("slows down");
    }

    @Test
    void moreLoadIsMoreObjectsButNoOldOnes() {
        Evidence evidence = withClass(i -> 100 + 50 * i, kept(null, false));

        assertThat(Verdicts.judge(evidence.withInspection(sampled(age -> 2.0))).reason())
                .contains("come and go");
        assertThat(Verdicts.judge(evidence.withInspection(sampled(age -> 10.0 * age)))
                        .state())
                .isEqualTo(State.LEAK);
    }

    @Test
    void aFewYoungSamplesExcuseNothing() {
        Evidence evidence = withClass(i -> 100 + 50 * i, kept(null, false));

        assertThat(Verdicts.judge(evidence.withInspection(sampled(11, age -> 2.0 * age)))
                        .state())
                .isEqualTo(State.LEAK);
    }

    private static Inspection sampled(IntToDoubleFunction age) {
        return sampled(12, age);
    }

    private static Inspection sampled(int samples, IntToDoubleFunction age) {
        List<OldObject> objects = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            objects.add(new OldObject(
                    "byte[]",
                    100,
                    age.applyAsDouble(i),
                    List.of("com.acme.Order.<init>(Order.java:3)"),
                    List.of(),
                    null));
        }
        OldObjects.Found found =
                new OldObjects.Found(Simulated.nanos(550), 120, false, objects, Duration.ZERO, Duration.ZERO);
        return new Inspection(List.of(), found, List.of(), Map.of(), -1, List.of());
    }

    @Test
    void aHolderWithoutALimitMakesALeakSurer() {
        Verdict kept = Verdicts.judge(withClass(i -> 100 + 50 * i, kept(null, false)));
        Verdict unknown = Verdicts.judge(withClass(i -> 100 + 50 * i, Keeping.unknown("com.acme.Order")));

        assertThat(kept.state()).isEqualTo(State.LEAK);
        assertThat(unknown.state()).isEqualTo(State.LEAK);
        assertThat(kept.confidence()).isGreaterThan(unknown.confidence());
    }

    @Test
    void aClassThatOutlastsTheUpsAndDownsOfTheHeapIsALeakIfNothingLimitsIt() {
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long batch = i % 3 * (20L << 20);
            censuses.add(new ClassCensus(
                    Simulated.nanos(100 + 60 * i),
                    Counted.COLLECTED,
                    List.of(
                            new ClassCount("[B", 1000 + i % 3 * 500L, batch),
                            new ClassCount("com.acme.Order", 100 + 50L * i, (100 + 50L * i) * 32_000)),
                    (30L << 20) + batch,
                    Duration.ofMillis(20),
                    Duration.ofMillis(20)));
        }
        Evidence hidden = heapEvidence(List.of())
                .withUptimeNanos(Simulated.nanos(600))
                .withClasses(censuses)
                .withInspection(new Inspection(
                        List.of(), null, List.of(), Map.of("com.acme.Order", kept(null, false)), -1, List.of()));

        assertThat(Verdicts.judge(hidden).state()).isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(hidden.withInspection(Inspection.NONE)).state())
                .isNotEqualTo(State.LEAK);
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

    /** @param familiesEach further pools with each census */
    private static Evidence threads(String pattern, boolean pooled, int familiesEach, String... startedBy) {
        List<ThreadCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            censuses.add(new ThreadCensus(
                    Simulated.nanos(100 + 60 * i),
                    List.of(new ThreadGroupCount(
                            pattern,
                            10 + 5 * i,
                            9 + 5 * i,
                            familiesEach == 1 ? 1 : familiesEach * (i + 1),
                            pooled,
                            List.of(startedBy),
                            List.of("com.acme.Export.run(Export.java:7)")))));
        }
        return heapEvidence(FLAT_HEAP)
                .withNonHeap(nonHeap(t -> 20 + t / 10, t -> 0))
                .withInspection(new Inspection(List.of(), null, censuses, Map.of(), -1, List.of()));
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
        List<NonHeapSample> samples = new ArrayList<>();
        for (int t = 10; t <= 600; t += 10) {
            samples.add(new NonHeapSample(
                    Simulated.nanos(t), -1, directBytes.applyAsInt(t), 0, 30 << 20, threads.applyAsInt(t), 5000));
        }
        return samples;
    }
}
