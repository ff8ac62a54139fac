package io.github.leasewarden.core.detection;

import static io.github.leasewarden.core.detection.Simulated.censuses;
import static io.github.leasewarden.core.detection.Simulated.heapEvidence;
import static io.github.leasewarden.core.detection.VerdictsTest.LEAKING_HEAP;
import static io.github.leasewarden.core.detection.VerdictsTest.SIX_MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.detection.Verdict.State;
import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.Counted;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.Keeping;
import io.github.leasewarden.core.sampling.OldObject;
import io.github.leasewarden.core.sampling.OldObjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What speaks for a class that grows, and what does not. */
class ExcusesTest {
    private static final Keeping BY_CONDITION =
            new Keeping("com.acme.Order", "com.acme.Shop.orders", true, null, -1, true, false, null, false);

    private static Evidence withClass(LongUnaryOperator instances, Keeping keeping) {
        return heapEvidence(LEAKING_HEAP)
                .withClasses(ClassGrowthDetectorTest.censuses(6, true, "com.acme.Order", instances, SIX_MIB))
                .withInspection(new Inspection(null, List.of(), Map.of("com.acme.Order", keeping), -1, List.of()));
    }

    private static Keeping kept(String limit, boolean soft) {
        return new Keeping("com.acme.Order", "com.acme.Shop.orders", true, limit, -1, false, soft, null, false);
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
        Verdict early = Verdicts.judge(watched(60, BY_CONDITION));
        Evidence evidence = watched(290, BY_CONDITION);
        long last = evidence.classes().get(5).totalBytes();
        Verdict late = Verdicts.judge(evidence.withHeap(evidence.heap(), last + (75 << 20)));

        assertThat(Verdicts.judge(watched(60, kept(null, false))).state()).isEqualTo(State.LEAK);
        assertThat(early.state()).isEqualTo(State.GROWING);
        assertThat(early.reason()).contains("out on a condition");
        assertThat(late.state()).isEqualTo(State.LEAK);
    }

    @Test
    void aLimitThatFarMoreInstancesExceedExcusesNothing() {
        Keeping limited = limited(90, null);
        Verdict verdict = Verdicts.judge(withClass(i -> 100 + 50 * i, limited));
        Verdict far = Verdicts.judge(withClass(i -> 300 + 50 * i, limited));

        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(far.state()).isEqualTo(State.LEAK);
        assertThat(far.reason()).contains("is limited at 90, so something else keeps them, too");
    }

    private static Keeping limited(int most, @Nullable String entries) {
        return new Keeping(
                "com.acme.Order",
                "com.acme.Shop.orders",
                true,
                "takes entries out depending on its size",
                most,
                false,
                false,
                entries,
                false);
    }

    /** As of a queue in each of forty connections. */
    @Test
    void eachObjectThatHasTheLimitedFieldHoldsSoMany() {
        Evidence far = withClass(i -> 300 + 50 * i, limited(90, null));

        assertThat(Verdicts.judge(with("com.acme.Shop", i -> 40, far)).state()).isEqualTo(State.GROWING);
        assertThat(Verdicts.judge(with("com.acme.Shops", i -> 40, far)).state()).isEqualTo(State.LEAK);
    }

    @Test
    void aLimitExcusesNothingWhereThereAreNoEntriesForWhatGrows() {
        Evidence evidence = withClass(i -> 100 + 50 * i, limited(-1, "java.util.HashMap$Node"));
        Verdict held = Verdicts.judge(with("java.util.HashMap$Node", i -> 4000 + 40 * i, evidence));
        Verdict notHeld = Verdicts.judge(with("java.util.HashMap$Node", i -> 4000 + 10 * i, evidence));

        assertThat(held.state()).isEqualTo(State.GROWING);
        assertThat(notHeld.state()).isEqualTo(State.LEAK);
        assertThat(notHeld.reason()).contains("not as many more java.util.HashMap$Node");
    }

    @Test
    void whatComesWithEachInstanceOfALimitedClassIsExcused() {
        Keeping limited = kept("takes entries out depending on its size", false);
        Verdict inStep = Verdicts.judge(withLambdas(limited, i -> 100 + 50 * i));
        Verdict onTheirOwn = Verdicts.judge(withLambdas(limited, i -> 100 + 400 * i));

        assertThat(inStep.state()).isEqualTo(State.GROWING);
        assertThat(inStep.suspects())
                .allSatisfy(suspect -> assertThat(suspect.confidence()).isLessThan(0.3));
        assertThat(onTheirOwn.state()).isEqualTo(State.LEAK);
    }

    @Test
    void whatComesWithEachInstanceThatMayStillFallDueWaitsForIt() {
        assertThat(Verdicts.judge(inStep(watched(60, BY_CONDITION))).state()).isEqualTo(State.GROWING);
    }

    /** As of a stage that was hung on a future which never completes: the queue that requests are in, and taken out of in time, does not keep it. */
    @Test
    void butNotForLongAsSomebodyElseHoldsIt() {
        assertThat(Verdicts.judge(watched(66, BY_CONDITION)).state()).isEqualTo(State.GROWING);
        assertThat(Verdicts.judge(inStep(watched(66, BY_CONDITION))).state()).isEqualTo(State.LEAK);
    }

    private static Evidence inStep(Evidence evidence) {
        return with("com.acme.Shop$$Lambda", i -> 100 + 50 * i, evidence);
    }

    private static Evidence withLambdas(Keeping keeping, LongUnaryOperator lambdas) {
        return with("com.acme.Shop$$Lambda", lambdas, withClass(i -> 100 + 50 * i, keeping));
    }

    private static Evidence with(String className, LongUnaryOperator instances, Evidence evidence) {
        List<ClassCensus> censuses = new ArrayList<>();
        for (ClassCensus census : evidence.classes()) {
            long now = instances.applyAsLong(censuses.size());
            List<ClassCount> classes = new ArrayList<>(census.classes());
            classes.add(new ClassCount(className, now, 16 * now));
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

    /** It may have begun just before the second of six censuses: 53 s from the first to the last are 42 s for sure. */
    @Test
    void aGrowthIsAsLongAsItLastedForSure() {
        assertThat(Verdicts.judge(watched(53, kept(null, false))).state()).isEqualTo(State.GROWING);
        assertThat(Verdicts.judge(watched(58, kept(null, false))).state()).isEqualTo(State.LEAK);
    }

    /** As of a leak of class loaders, whose classes were reflected on. */
    @Test
    void whatTheJdkRemembersSoftlyOfEachClassHoldsNothing() {
        Evidence evidence = withClass(i -> 100 + 50 * i, kept(null, false));
        Evidence soft = with("java.lang.ref.SoftReference", i -> 500 + 100 * i, evidence);

        assertThat(Verdicts.judge(soft).state()).isEqualTo(State.GROWING);
        assertThat(Verdicts.judge(with("java.lang.Class$ReflectionData", i -> 300 + 90 * i, soft))
                        .state())
                .isEqualTo(State.LEAK);
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

    /** Queues of which there are ever more, each with a hundred messages that soon give way to others. */
    @Test
    void whatComesAndGoesInAnObjectDoesNotExcuseTheObject() {
        Evidence queues = withClass(i -> 100 + 50 * i, kept(null, false));
        List<String> chain =
                List.of("com.acme.Message.body", "java.util.ArrayDeque.elements", "com.acme.Order.messages");
        Inspection messages = sampled(12, age -> 2.0, chain);

        assertThat(Verdicts.judge(with("com.acme.Message", i -> 300, queues).withInspection(messages))
                        .reason())
                .as("a part of it, with all else that is alive")
                .contains("come and go");
        assertThat(Verdicts.judge(with("com.acme.Message", i -> 30_000, queues).withInspection(messages))
                        .state())
                .isEqualTo(State.LEAK);
    }

    private static Inspection sampled(IntToDoubleFunction age) {
        return sampled(12, age);
    }

    private static Inspection sampled(int samples, IntToDoubleFunction age) {
        return sampled(samples, age, List.of());
    }

    private static Inspection sampled(int samples, IntToDoubleFunction age, List<String> chain) {
        List<OldObject> objects = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            objects.add(new OldObject(
                    "byte[]", 100, age.applyAsDouble(i), List.of("com.acme.Order.<init>(Order.java:3)"), chain, null));
        }
        OldObjects.Found found = new OldObjects.Found(Simulated.nanos(550), 120, objects, Duration.ZERO, Duration.ZERO);
        return new Inspection(found, List.of(), Map.of(), -1, List.of());
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
                .withInspection(
                        new Inspection(null, List.of(), Map.of("com.acme.Order", kept(null, false)), -1, List.of()));

        assertThat(Verdicts.judge(hidden).state()).isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(hidden.withInspection(Inspection.NONE)).state())
                .isNotEqualTo(State.LEAK);
    }

    @Test
    void underACycleTheLowestOfEachThirdTellWhetherTheHeapLeans() {
        assertThat(Verdicts.judge(underACycle(0.15)).state()).isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(underACycle(0)).state()).isEqualTo(State.STEADY);
    }

    /** Eleven censuses within a minute, a cycle of 30 s and 30 MiB; so few bytes of the class itself that they tell nothing. */
    private static Evidence underACycle(double mibPerSecond) {
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            double mib = 60 + 15 * Math.sin(2 * Math.PI * 6 * i / 30 + 5) + mibPerSecond * 6 * i;
            censuses.add(new ClassCensus(
                    Simulated.nanos(100 + 6 * i),
                    Counted.COLLECTED,
                    List.of(new ClassCount("com.acme.Order", 100 + 50L * i, 32 * (100 + 50L * i))),
                    (long) (mib * (1 << 20)),
                    Duration.ofMillis(20),
                    Duration.ofMillis(20)));
        }
        return heapEvidence(List.of())
                .withUptimeNanos(Simulated.nanos(180))
                .withClasses(censuses)
                .withInspection(
                        new Inspection(null, List.of(), Map.of("com.acme.Order", kept(null, false)), -1, List.of()));
    }
}
