package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.HeapPressure.State;
import io.github.leasewarden.core.sampling.LastCollection.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a heap of 100 bytes, with pressure from 80 on until 70. */
class HeapPressureTest {
    private static final GateSettings SETTINGS = new GateSettings(0.80, 0.70, null, null, null);

    private @Nullable Reading last;
    private final HeapPressure pressure = new HeapPressure(() -> last, SETTINGS, () -> 100);

    private State collected(long used) {
        return collected(used, 0);
    }

    private State collected(long used, long millisLater) {
        last = last == null
                ? new Reading(1, used, millisLater, 0)
                : new Reading(last.number() + 1, used, last.endMillis() + millisLater, 0);
        return pressure.look();
    }

    @Test
    void beforeTheFirstCollectionNothingIsKnown() {
        assertThat(pressure.look()).isEqualTo(State.UNKNOWN);
        assertThat(pressure.isCalm()).isTrue();
    }

    /** Heap after each collection, and the state after it: U, R, N or H. */
    @ParameterizedTest
    @CsvSource({
        "5 6 7,              RRR",
        "80,                 H",
        "5 80 75 71 70,      RHHHN", // and near, because a heap that grew by 75 may do so again
        "5 6 85 69 75,       RRHNN",
        "5 45 46,            RNN", // it grew by 40: the next collection may find 80
        "60 79 79 79,        RNNN",
        "5 10 15 20,         RRRR",
        "40 79,              RN",
    })
    void pressureBeginsAtTheUpperLimitAndEndsAtTheLower(String used, String expected) {
        StringBuilder states = new StringBuilder();
        for (String each : used.split(" ")) {
            states.append(collected(Long.parseLong(each)).name().charAt(0));
        }
        assertThat(states).hasToString(expected);
    }

    @Test
    void growthIsForgottenWithTime() {
        collected(5);
        assertThat(collected(45)).isEqualTo(State.NEAR);
        assertThat(collected(45, 500)).isEqualTo(State.NEAR);
        assertThat(collected(45, 5_000)).isEqualTo(State.ROOM);
    }

    /** Seen in a full heap: young, full, young within some milliseconds, and then one that found 88 %. */
    @Test
    void growthIsNotForgottenForManyCollectionsAtOnce() {
        collected(5);
        collected(45);
        for (int i = 0; i < 20; i++) {
            assertThat(collected(60, 10)).isEqualTo(State.NEAR);
        }
    }

    @Test
    void aStaleReadingSaysNothing() {
        last = new Reading(1, 95, 0, HeapPressure.STALE_MILLIS);
        assertThat(pressure.look()).isEqualTo(State.HIGH);
        last = new Reading(1, 95, 0, HeapPressure.STALE_MILLIS + 1);
        assertThat(pressure.look()).isEqualTo(State.UNKNOWN);
        assertThat(pressure.isCalm()).isTrue();
    }

    @Test
    void whatIsDistrustedIsForgottenUntilTheNextCollection() {
        collected(90);
        pressure.distrust();
        assertThat(pressure.look()).isEqualTo(State.UNKNOWN);
        assertThat(collected(90)).isEqualTo(State.HIGH);
    }

    @Test
    void aFixedLimitTakesThePlaceOfTheShare() {
        GateSettings fixed = new GateSettings(0.80, 0.70, 40L, null, null);
        assertThat(fixed.highBytes(100)).isEqualTo(40);
        assertThat(fixed.lowBytes(100)).isEqualTo(35);
    }
}
