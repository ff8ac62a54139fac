package io.github.leasewarden.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static List<Point> series(int n, IntToDoubleFunction value) {
        return IntStream.range(0, n)
                .mapToObj(i -> new Point(i, value.applyAsDouble(i)))
                .toList();
    }

    @Test
    void theilSenIgnoresAQuarterOfWildValues() {
        assertThat(TheilSen.slope(series(40, i -> i % 4 == 0 ? 1e6 : 3 * i))).isCloseTo(3, within(0.5));
        assertThat(TheilSen.slope(List.of(new Point(1, 5), new Point(1, 9)))).isZero();
    }

    @Test
    void theLowerQuartileOfNoiseIsNoRise() {
        assertThat(TheilSen.slope(series(12, i -> i * 3 % 7), 0.25)).isNegative();
        assertThat(TheilSen.slope(series(12, i -> 10 * i + i * 3 % 7), 0.25)).isBetween(9.0, 10.0);
    }

    @Test
    void fivePointsInOrderHappenByChanceOnceIn120() {
        assertThat(MannKendall.risingByChance(series(5, i -> i))).isCloseTo(1 / 120.0, within(1e-9));
        assertThat(MannKendall.risingByChance(series(5, i -> -i))).isEqualTo(1);
        assertThat(MannKendall.risingByChance(series(5, i -> 7))).isEqualTo(1);
    }

    @Test
    void exactAndApproximateProbabilitiesAgreeWhereTheyMeet() {
        // one swap of neighbours; the tie in the second series forces the normal approximation
        double exact = MannKendall.risingByChance(series(7, i -> i % 2 == 0 ? i : i - 1.5));
        double approximate = MannKendall.risingByChance(series(7, i -> i % 2 == 0 ? i : i - 1.0));

        assertThat(approximate).isCloseTo(exact, within(0.03));
    }

    @Test
    void aWanderingSeriesIsLessSignificantThanAnIndependentOne() {
        Random random = new Random(3);
        double[] walk = new double[50];
        for (int i = 1; i < walk.length; i++) {
            walk[i] = 0.9 * walk[i - 1] + random.nextGaussian() + 0.05;
        }
        double[] shuffledNoise = new double[50];
        for (int i = 0; i < 50; i++) {
            shuffledNoise[i] = i * 0.02 + random.nextGaussian();
        }

        assertThat(MannKendall.risingByChance(series(50, i -> walk[i]))).isGreaterThan(0.01);
        assertThat(MannKendall.risingByChance(series(50, i -> 10 * i + shuffledNoise[i])))
                .isLessThan(1e-9);
    }

    @Test
    void fewerThanFivePointsNeverRise() {
        assertThat(Trend.of(series(4, i -> 100 * i), 1).rising()).isFalse();
        assertThat(Trend.of(List.of(), 1).rising()).isFalse();
    }

    @Test
    void aLateRiseMustExceedEverythingSeenBefore() {
        assertThat(Trend.of(series(60, i -> i < 45 ? 10 : 10 + 2 * (i - 45)), 5).rising())
                .isTrue();
        assertThat(Trend.of(series(60, i -> i < 20 ? 80 : i < 45 ? 10 : 10 + 2 * (i - 45)), 5)
                        .rising())
                .isFalse();
    }
}
