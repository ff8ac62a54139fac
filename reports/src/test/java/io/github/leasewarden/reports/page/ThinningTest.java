package io.github.leasewarden.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private final List<Long> wander =
            new SplittableRandom(3).longs(8640, 0, 1_000_000).boxed().toList();

    @Test
    void fewPointsStayAsTheyAre() {
        assertThat(Thinning.keepingExtremes(wander.subList(0, 1000), 1000, Long::longValue))
                .isEqualTo(wander.subList(0, 1000));
        assertThat(Thinning.keepingNewest(wander.subList(0, 500), 500)).isEqualTo(wander.subList(0, 500));
    }

    @Test
    void theHighestAndTheLowestPointSurvive() {
        List<Long> kept = Thinning.keepingExtremes(wander, 1000, Long::longValue);
        assertThat(kept).hasSizeLessThanOrEqualTo(1000).isSubsetOf(wander);
        assertThat(kept)
                .contains(
                        wander.stream().max(Long::compare).orElseThrow(),
                        wander.stream().min(Long::compare).orElseThrow());
    }

    @Test
    void orderSurvives() {
        List<Integer> rising = java.util.stream.IntStream.range(0, 8640).boxed().toList();
        assertThat(Thinning.keepingExtremes(rising, 1000, i -> i % 97))
                .isSorted()
                .hasSizeBetween(500, 1000);
        assertThat(Thinning.keepingNewest(rising, 500)).isSorted().hasSize(500).endsWith(8639);
    }
}
