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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leaks of nothing but objects of the JDK. */
class ClassesOfTheJdkTest {
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

    /** 640 KiB in five minutes beside arrays of 3 MiB that come and go: as small a part of what a heap goes up and down by as a slow leak is. */
    @Test
    void aSlowLeakOfJdkObjectsIsSeenInAHeapThatGoesUpAndDownIfOnlyAFieldWithoutALimitMayHoldThem() {
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long locks = 1000 + 4096L * i;
            censuses.add(new ClassCensus(
                    Simulated.nanos(100 + 60 * i),
                    Counted.COLLECTED,
                    List.of(
                            new ClassCount("[B", 1000 + 500 * (i % 2), (40L << 20) + (3L << 20) * (i % 2)),
                            new ClassCount("java.util.concurrent.locks.StampedLock", locks, locks * 32)),
                    Duration.ofMillis(80)));
        }
        Evidence slow = heapEvidence(FLAT_HEAP).withClasses(censuses);
        Keeping declared = new Keeping(
                "java.util.concurrent.locks.StampedLock", "com.acme.Shop.locks", true, null, -1, false, false);

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
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long entries = 1000 + 40L * i;
            censuses.add(new ClassCensus(
                    Simulated.nanos(100 + 60 * i),
                    Counted.COLLECTED,
                    List.of(
                            new ClassCount("[B", 1000 + 30 * arrays[i], (40L << 20) + (arrays[i] << 20)),
                            new ClassCount("java.util.HashMap$Node", entries, entries * 32)),
                    Duration.ofMillis(80)));
        }
        Keeping declared = new Keeping("java.util.HashMap$Node", "com.acme.Shop.orders", true, null, -1, false, false);

        Verdict verdict =
                Verdicts.judge(heapEvidence(LEAKING_HEAP).withClasses(censuses).withInspection(keeping(declared)));
        assertThat(verdict.state()).isEqualTo(State.GROWING);
        assertThat(verdict.suspects()).isEmpty();
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

    @Test
    void objectsOfTheJdkAreALeakIfAFieldWithoutALimitIsSeenToHoldThem() {
        Evidence entries = heapEvidence(LEAKING_HEAP).withClasses(entriesWithArrays());
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
        assertThat(Verdicts.judge(heapEvidence(FLAT_HEAP)
                                .withClasses(ClassGrowthDetectorTest.censuses(
                                        6, true, "java.util.HashMap$Node", i -> 100 + 50 * i))
                                .withInspection(entriesIn(new Keeping(
                                        "java.util.HashMap$Node",
                                        "com.acme.Shop.orders",
                                        true,
                                        null,
                                        -1,
                                        false,
                                        false))))
                        .state())
                .isEqualTo(State.STEADY);
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
}
