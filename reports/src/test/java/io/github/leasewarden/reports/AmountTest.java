package io.github.leasewarden.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1536, 1.5 KiB",
        "19398656, 18.5 MiB",
        "107374182400, 100 GiB",
        "-2097152, -2.0 MiB"
    })
    void bytesHaveTheUnitThatFits(long bytes, String text) {
        assertThat(Amount.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void unknownIsNotZero() {
        assertThat(Amount.bytes(null)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "7500, 2 h 5 min", "90000, 1 d 1 h"})
    void durationsHaveTheTwoLargestUnits(long seconds, String text) {
        assertThat(Amount.duration(seconds)).isEqualTo(text);
    }
}
