package io.github.leasewarden.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.detection.Suspicion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CensusPlanTest {
    private final CensusPlan plan = new CensusPlan();

    private int censusesWithin(Duration time, Suspicion suspicion, Duration work) {
        return censusesWithin(time, suspicion, work, Duration.ZERO);
    }

    private int censusesWithin(Duration time, Suspicion suspicion, Duration paused, Duration collected) {
        int taken = 0;
        for (long second = 10; second <= time.toSeconds(); second++) {
            long now = Duration.ofSeconds(second).toNanos();
            if (plan.due(suspicion, now)) {
                plan.taken(now, paused, collected);
                taken++;
            }
        }
        return taken;
    }

    @Test
    void withoutSuspicionThereIsNone() {
        assertThat(censusesWithin(Duration.ofDays(1), Suspicion.NONE, Duration.ZERO))
                .isZero();
    }

    @Test
    void aYoungSuspicionIsSettledWithinAMinute() {
        assertThat(censusesWithin(Duration.ofMinutes(1), Suspicion.SUSPECT, Duration.ofMillis(30)))
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void whatIsFreeLastsUntilALeakIsCalledOneEvenIfOneTakesLong() {
        Duration each = Duration.ofMillis(200);
        int soon = censusesWithin(Duration.ofSeconds(20), Suspicion.SUSPECT, each);

        assertThat(soon).isEqualTo(2);
        assertThat(new CensusPlanTest().censusesWithin(Duration.ofSeconds(50), Suspicion.SUSPECT, each))
                .as("30 s from the second one on")
                .isGreaterThanOrEqualTo(soon + 3);
    }

    @Test
    void aDayOfSuspicionTakesAboutAHundred() {
        assertThat(censusesWithin(Duration.ofDays(1), Suspicion.SUSPECT, Duration.ofMillis(30)))
                .isBetween(60, 160);
    }

    @Test
    void howeverMuchOneTakesAllTogetherStayWithinTheBound() {
        Duration time = Duration.ofMinutes(10);
        Duration each = Duration.ofMillis(400);
        int taken = censusesWithin(time, Suspicion.SUSPECT, each);

        assertThat(taken * each.toMillis()).isLessThanOrEqualTo(1000 + time.toMillis() / 200 + each.toMillis());
    }

    @Test
    void aCollectionBesideTheApplicationDoesNotPutOffTheNextCensusUnlessItComputesForLonger() {
        Duration minute = Duration.ofMinutes(1);
        Duration each = Duration.ofMillis(120);

        int withoutCollection = censusesWithin(minute, Suspicion.SUSPECT, each);

        assertThat(new CensusPlanTest().censusesWithin(minute, Suspicion.SUSPECT, each, Duration.ofMillis(60)))
                .isEqualTo(withoutCollection);
        assertThat(new CensusPlanTest().censusesWithin(minute, Suspicion.SUSPECT, each, Duration.ofMillis(240)))
                .isLessThan(withoutCollection);
    }

    @Test
    void howeverMuchTheCollectionsComputeAllTogetherStayWithinTheirBound() {
        Duration time = Duration.ofMinutes(10);
        Duration each = Duration.ofMillis(400);
        int taken = censusesWithin(time, Suspicion.SUSPECT, Duration.ofMillis(10), each);

        assertThat(taken * each.toMillis()).isLessThanOrEqualTo(1000 + time.toMillis() / 200 + each.toMillis());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void whatGoesOnlyAfterACollectionFoundItIsNotSeenToGrow(int secondsBetweenLooks) {
        assertNeverSeenToGrow(180, secondsBetweenLooks);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void norInTheFirstMinutesWhereSomethingOfTheSortIsKnownToGrow(int secondsBetweenLooks) {
        plan.alternate();

        assertNeverSeenToGrow(20, secondsBetweenLooks);
    }

    private void assertNeverSeenToGrow(int from, int secondsBetweenLooks) {
        long before = 0;
        List<Long> waiting = new ArrayList<>();
        for (long second = from; second <= 3_600; second += secondsBetweenLooks) {
            long now = Duration.ofSeconds(second).toNanos();
            if (plan.due(Suspicion.SUSPECT, now)) {
                plan.taken(now, Duration.ofMillis(30), Duration.ZERO);
                waiting.add(second - before);
                before = second;
            }
        }

        for (int i = 3; i < waiting.size(); i++) {
            List<Long> fourCensuses = waiting.subList(i - 3, i + 1);
            assertThat(rises(fourCensuses)).as("%s", fourCensuses).isLessThan(3);
        }
    }

    private static int rises(List<Long> counts) {
        int rises = 0;
        for (int i = 1; i < counts.size(); i++) {
            rises += counts.get(i) > counts.get(i - 1) ? 1 : 0;
        }
        return rises;
    }

    @Test
    void merelyHavingNothingToGoByIsLessUrgent() {
        int unknown = censusesWithin(Duration.ofMinutes(10), Suspicion.UNKNOWN, Duration.ofMillis(10));

        assertThat(unknown)
                .isLessThan(new CensusPlanTest()
                        .censusesWithin(Duration.ofMinutes(10), Suspicion.SUSPECT, Duration.ofMillis(10)));
    }
}
