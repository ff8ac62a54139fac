package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GcJoinTest {
    private final GcJoin join = new GcJoin(false);

    @Test
    void theSummaryMayComeFirstAsOnG1() {
        assertThat(join.summary(1, Instant.EPOCH, 50)).isEmpty();
        assertThat(join.collection(1, Instant.EPOCH, "G1Old", "G1 Evacuation Pause", Duration.ofMillis(2)))
                .hasValueSatisfying(reading -> {
                    assertThat(reading.usedAfterGcBytes()).isEqualTo(50);
                    assertThat(reading.old()).isTrue();
                    assertThat(reading.full()).isFalse();
                });
    }

    @Test
    void theCollectionMayComeFirstAsOnZgc() {
        assertThat(join.collection(7, Instant.EPOCH, "ZGC Minor", "Allocation Rate", Duration.ZERO))
                .isEmpty();
        assertThat(join.summary(7, Instant.EPOCH, 60))
                .hasValueSatisfying(reading -> assertThat(reading.old()).isFalse());
    }

    @Test
    void partnersThatNeverComeDoNotPileUp() {
        for (int id = 0; id < 10_000; id++) {
            join.summary(id, Instant.EPOCH, 1);
        }

        assertThat(join.collection(0, Instant.EPOCH, "G1New", "x", Duration.ZERO))
                .isEmpty();
        assertThat(join.collection(9_999, Instant.EPOCH, "G1New", "x", Duration.ZERO))
                .isPresent();
    }

    @Test
    void generationalShenandoahHidesItsOldCollectionsUnlessSomebodyAsked() {
        assertThat(Reach.old("Shenandoah", "Concurrent GC", true)).isFalse();
        assertThat(Reach.old("Shenandoah", "System.gc()", true)).isTrue();
        assertThat(Reach.old("Shenandoah", "Concurrent GC", false)).isTrue();
        assertThat(Reach.full("Shenandoah")).isFalse();
    }
}
