package io.github.leasewarden.apps.longruns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void whatGrowsToTheEndIsFound() {
        assertThat(Growth.lasts(series(i -> 100 + 3 * i), 10)).isTrue();
    }

    @Test
    void growthUnderneathASwingIsFound() {
        assertThat(Growth.lasts(series(i -> 3 * i + i % 2 * 50), 10)).isTrue();
    }

    @Test
    void whatStopsGrowingIsIgnored() {
        assertThat(Growth.lasts(series(i -> Math.min(i, 25)), 10)).isFalse();
        assertThat(Growth.lasts(series(i -> 1000 - 1000 / (i + 1)), 10)).isFalse();
    }

    @Test
    void stepsAndSwingsAreNotGrowth() {
        assertThat(Growth.lasts(series(i -> i < 30 ? 0 : 500), 10)).isFalse();
        assertThat(Growth.lasts(series(i -> i % 7 * 100), 10)).isFalse();
    }

    @Test
    void aStepOnTopOfALittleGrowthIsNotGrowthEither() {
        assertThat(Growth.lasts(series(i -> i / 2 + (i < 30 ? 0 : 100)), 10)).isFalse();
    }

    @Test
    void littleGrowthIsIgnored() {
        assertThat(Growth.lasts(series(i -> i / 10), 10)).isFalse();
    }

    @Test
    void tooFewRoundsSayNothing() {
        assertThat(Growth.lasts(new long[] {1, 2, 3, 4, 5, 6, 7}, 1)).isFalse();
    }

    private static long[] series(IntUnaryOperator value) {
        return IntStream.range(0, 40).map(value).asLongStream().toArray();
    }
}
