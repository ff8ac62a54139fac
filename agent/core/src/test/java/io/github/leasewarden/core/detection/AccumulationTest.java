package io.github.leasewarden.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccumulationTest {
    private static List<Point> points(double... values) {
        List<Point> points = new ArrayList<>();
        for (double value : values) {
            points.add(new Point(10 * points.size(), value));
        }
        return points;
    }

    @Test
    void anEvenRiseAccumulatesFromItsStart() {
        Accumulation found = Accumulation.of(points(10, 20, 30, 40, 50), 3);

        assertThat(found).isNotNull();
        assertThat(found.from()).isZero();
        assertThat(found.grown()).isEqualTo(40);
        assertThat(found.perSecond()).isEqualTo(1);
        assertThat(found.pace()).isEqualTo(1);
    }

    @Test
    void aRiseAfterALevelStretchCountsFromWhereItBegan() {
        Accumulation found = Accumulation.of(points(10, 10, 10, 10, 20, 30, 40), 3);

        assertThat(found).isNotNull();
        assertThat(found.from()).isEqualTo(3);
    }

    @Test
    void burstsAreEvenOverSeveralStepsTogether() {
        assertThat(Accumulation.of(points(0, 20, 20, 40, 40, 60, 60, 80), 3)).isNotNull();
    }

    @Test
    void aSawtoothThatWasAsHighBeforeDoesNotAccumulate() {
        assertThat(Accumulation.of(points(10, 40, 70, 10, 20, 30, 40), 3)).isNull();
    }

    @Test
    void aFallEndsIt() {
        assertThat(Accumulation.of(points(10, 20, 30, 40, 35), 3)).isNull();
    }

    @Test
    void levelIsNoAccumulation() {
        assertThat(Accumulation.of(points(10, 10, 10, 10), 3)).isNull();
    }

    @Test
    void whatFillsUpHasASlowerSecondHalf() {
        Accumulation found = Accumulation.of(points(0, 40, 64, 78, 87), 3);

        assertThat(found).isNotNull();
        assertThat(found.pace()).isCloseTo(0.36, Offset.offset(0.01));
    }

    @Test
    void whatFilledUpFirstAndLeaksSinceIsSteadySince() {
        Accumulation found = Accumulation.of(points(0, 60, 70, 80, 90, 100, 110), 3);

        assertThat(found).isNotNull();
        assertThat(found.from()).isEqualTo(1);
        assertThat(found.pace()).isEqualTo(1);
        assertThat(found.grown()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 20, 40, 80, 160, 250})
    void whatNearsALimitExponentiallyNeverLooksSteadySinceHowSlowlyEver(double timeConstant) {
        double[] values = new double[32];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1e6 * (1 - Math.exp(-10 * i / timeConstant));
            Accumulation found = i < 3 ? null : Accumulation.of(points(Arrays.copyOf(values, i + 1)), 3);
            if (found != null && found.pace() >= Accumulation.SLOWING) {
                assertThat(found.from()).isZero();
            }
        }
    }

    @Test
    void twoJumpsOfARandomWalkAreNoAccumulation() {
        assertThat(Accumulation.of(points(1515, 1568, 1566, 1568, 1622, 1622, 1623), 3))
                .isNull();
    }

    @Test
    void whatComesInBatchesMayHaveOneMoreInTheFirstHalf() {
        Accumulation found = Accumulation.of(points(0, 20, 20, 40, 60, 60, 60, 80, 80, 100), 3);

        assertThat(found).isNotNull();
        assertThat(found.pace()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void whatFillsUpInBatchesHasASlowerSecondHalfToo() {
        Accumulation found = Accumulation.of(points(0, 40, 40, 70, 70, 90, 90, 102, 102, 110), 3);

        assertThat(found).isNotNull();
        assertThat(found.pace()).isLessThan(0.8);
    }
}
