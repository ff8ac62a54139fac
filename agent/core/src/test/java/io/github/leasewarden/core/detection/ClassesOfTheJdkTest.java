package io.github.leasewarden.core.detection;

import static io.github.leasewarden.core.detection.Simulated.censuses;
import static io.github.leasewarden.core.detection.Simulated.heapEvidence;
import static io.github.leasewarden.core.detection.VerdictsTest.FLAT_HEAP;
import static io.github.leasewarden.core.detection.VerdictsTest.LEAKING_HEAP;
import static io.github.leasewarden.core.detection.VerdictsTest.SIX_MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.detection.Verdict.State;
import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.Counted;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.Keeping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Leaks of nothing but objects of the JDK. */
class ClassesOfTheJdkTest {
    @Test
    void objectsOfTheJdkThatExplainTheHeapAreALeakIfOnlyAFieldWithoutALimitMayHoldThem() {
        Evidence entries = heapEvidence(LEAKING_HEAP).withClasses(entriesWithArrays());
        Keeping declared = unlimited("java.util.HashMap$Node", "com.acme.Shop.orders");
        Verdict kept = Verdicts.judge(entries.withInspection(keeping(declared)));
        Verdict unknown = Verdicts.judge(entries);

        assertThat(kept.state()).isEqualTo(State.LEAK);
        assertThat(kept.suspects().get(0).holder()).isEqualTo("com.acme.Shop.orders");
        assertThat(unknown.state()).isEqualTo(State.GROWING);
        assertThat(unknown.reason()).contains("no field of the application is known to hold it");
        assertThat(unknown.suspects().get(0).className()).isEqualTo("java.util.HashMap$Node");
    }

    /** ZGC collects so rarely that there may be nothing but our censuses to go by, of which those before our recording do not count for the heap. */
    @Test
    void whereTheHeapIsNotKnownYetObjectsOfTheJdkAreALeakIfTheyExplainWhatTheCensusesCountMoreOf() {
        Evidence few = heapEvidence(List.of()).withUptimeNanos(Simulated.nanos(124));
        Inspection declared = recordedSince(88, unlimited("java.util.HashMap$Node", "com.acme.Shop.orders"));
        List<ClassCensus> most = everyTwelveSeconds(i -> 0);
        List<ClassCensus> part = everyTwelveSeconds(i -> i > 0 ? 20L << 20 : 0);

        assertThat(Verdicts.judge(few.withClasses(most).withInspection(declared))
                        .state())
                .isEqualTo(State.LEAK);
        assertThat(Verdicts.judge(few.withClasses(most)
                                .withInspection(recordedSince(88, Keeping.unknown("java.util.HashMap$Node"))))
                        .state())
                .as("nobody knows who holds them")
                .isEqualTo(State.NOT_ENOUGH_DATA);
        assertThat(Verdicts.judge(few.withClasses(part).withInspection(declared))
                        .state())
                .as("most of what is counted is something else")
                .isEqualTo(State.NOT_ENOUGH_DATA);
    }

    private static Inspection recordedSince(long second, Keeping keeping) {
        return new Inspection(
                null, List.of(), Map.of(keeping.className(), keeping), Simulated.nanos(second), List.of());
    }

    private static List<ClassCensus> everyTwelveSeconds(IntToLongFunction arrays) {
        return IntStream.range(0, 6)
                .mapToObj(i -> new ClassCensus(
                        Simulated.nanos(62 + 12 * i),
                        Counted.COLLECTED,
                        List.of(
                                new ClassCount("[B", 1000, (40L << 20) + arrays.applyAsLong(i)),
                                of32Bytes("java.util.HashMap$Node", 1000 + 40_000L * i)),
                        Duration.ofMillis(80)))
                .toList();
    }

    @Test
    void objectsOfTheJdkThatAreASmallPartOfWhatGrowsAreNotBlamed() {
        Evidence entries = heapEvidence(LEAKING_HEAP)
                .withClasses(ClassGrowthDetectorTest.censuses(
                        6, true, "java.util.HashMap$Node", i -> 100 + 50 * i, SIX_MIB));
        Keeping declared = unlimited("java.util.HashMap$Node", "com.acme.Shop.orders");

        assertThat(Verdicts.judge(entries.withInspection(keeping(declared))).suspects())
                .isEmpty();
    }

    /** 640 KiB in five minutes beside arrays of 3 MiB that come and go: as small a part of what a heap goes up and down by as a slow leak is. */
    @Test
    void aSlowLeakOfJdkObjectsIsSeenInAHeapThatGoesUpAndDownIfOnlyAFieldWithoutALimitMayHoldThem() {
        List<ClassCensus> censuses = six(i -> List.of(
                new ClassCount("[B", 1000 + 500 * (i % 2), (40L << 20) + (3L << 20) * (i % 2)),
                of32Bytes("java.util.concurrent.locks.StampedLock", 1000 + 4096L * i)));
        Evidence slow = heapEvidence(FLAT_HEAP).withClasses(censuses);
        Keeping declared = unlimited("java.util.concurrent.locks.StampedLock", "com.acme.Shop.locks");

        Verdict kept = Verdicts.judge(slow.withInspection(keeping(declared)));
        assertThat(kept.state()).isEqualTo(State.LEAK);
        assertThat(kept.suspects().get(0).holder()).isEqualTo("com.acme.Shop.locks");
        Verdict unknown = Verdicts.judge(slow);
        assertThat(unknown.state()).isEqualTo(State.STEADY);
        assertThat(unknown.suspects()).isEmpty();
    }

    /** Seen: 200 map entries of the agent, and somebody's arrays of 20 KB that happened to rise beside them. */
    @Test
    void someHundredMoreOfWhatEverybodyUsesAreNoLeakWhateverSeemsToComeWithThem() {
        long[] arrays = {0, 3, 14, 15, 29, 36};
        List<ClassCensus> censuses = six(i -> List.of(
                new ClassCount("[B", 1000 + 30 * arrays[i], (40L << 20) + (arrays[i] << 20)),
                of32Bytes("java.util.HashMap$Node", 1000 + 40L * i)));
        Keeping declared = unlimited("java.util.HashMap$Node", "com.acme.Shop.orders");

        Verdict verdict =
                Verdicts.judge(heapEvidence(LEAKING_HEAP).withClasses(censuses).withInspection(keeping(declared)));
        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(verdict.suspects()).isEmpty();
    }

    private static Inspection keeping(Keeping keeping) {
        return new Inspection(null, List.of(), Map.of(keeping.className(), keeping), -1, List.of());
    }

    private static Keeping unlimited(String className, String holder) {
        return new Keeping(className, holder, true, null, -1, false, false, null, false);
    }

    /** Each with 50 more entries, 6 MiB of arrays hanging on them. */
    private static List<ClassCensus> entriesWithArrays() {
        return six(i -> List.of(
                new ClassCount("[B", 1000 + 100 + 50L * i, (40L << 20) + SIX_MIB * i),
                of32Bytes("java.util.HashMap$Node", 100 + 50L * i)));
    }

    private static ClassCount of32Bytes(String className, long instances) {
        return new ClassCount(className, instances, instances * 32);
    }

    /** Live censuses, one a minute. */
    private static List<ClassCensus> six(IntFunction<List<ClassCount>> classes) {
        return IntStream.range(0, 6)
                .mapToObj(i -> new ClassCensus(
                        Simulated.nanos(100 + 60 * i), Counted.COLLECTED, classes.apply(i), Duration.ofMillis(80)))
                .toList();
    }

    @Test
    void objectsOfTheJdkAreALeakIfAFieldWithoutALimitIsSeenToHoldThem() {
        Evidence entries = heapEvidence(LEAKING_HEAP).withClasses(entriesWithArrays());
        Verdict kept = Verdicts.judge(
                entries.withInspection(entriesIn(unlimited("java.util.HashMap$Node", "com.acme.Shop.orders"))));

        assertThat(kept.state()).isEqualTo(State.LEAK);
        assertThat(kept.suspects().get(0).holder()).isEqualTo("com.acme.Shop.orders");
        assertThat(Verdicts.judge(entries.withInspection(entriesIn(new Keeping(
                                "java.util.HashMap$Node",
                                "com.acme.Shop.orders",
                                true,
                                "empties it",
                                -1,
                                false,
                                false,
                                null,
                                false))))
                        .state())
                .isEqualTo(State.GROWING);
        assertThat(Verdicts.judge(heapEvidence(FLAT_HEAP)
                                .withClasses(ClassGrowthDetectorTest.censuses(
                                        6, true, "java.util.HashMap$Node", i -> 100 + 50 * i))
                                .withInspection(entriesIn(unlimited("java.util.HashMap$Node", "com.acme.Shop.orders"))))
                        .state())
                .isEqualTo(State.STEADY);
        assertThat(Verdicts.judge(entries.withInspection(entriesIn(Keeping.unknown("java.util.HashMap$Node"))))
                        .reason())
                .contains("has a limit is not known");
        assertThat(Verdicts.judge(entries).state()).isEqualTo(State.GROWING);
    }

    private static Inspection entriesIn(Keeping keeping) {
        Inspection seen = ClassGrowthDetectorTest.chains("com.acme.Shop.orders", "com.acme.Shop.orders");
        return new Inspection(seen.survivors(), List.of(), Map.of("java.util.HashMap$Node", keeping), -1, List.of());
    }
}
