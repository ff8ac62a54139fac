package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.sampling.UptimeClock;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {
    private long nanos;
    private boolean exits;
    private final WorkingTime working = new WorkingTime(new UptimeClock(() -> nanos, Clock.systemUTC()), () -> exits);

    @Test
    void itHasNoEndWhileTheApplicationWorks() {
        nanos = 5;

        assertThat(working.goesOn()).isTrue();
        assertThat(working.endNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void itEndsWhereTheApplicationWasLastSeenToWorkAndNotWhenTheExitIsHeardOf() {
        nanos = 5;
        working.goesOn();
        exits = true;
        nanos = 9;

        assertThat(working.goesOn()).isFalse();
        assertThat(working.endNanos()).isEqualTo(5);
    }

    @Test
    void endingItLaterMovesNothing() {
        nanos = 5;
        working.goesOn();
        exits = true;
        working.goesOn();
        nanos = 9;

        working.end();

        assertThat(working.endNanos()).isEqualTo(5);
    }

    @Test
    void itEndsNowIfTheAgentIsSwitchedOff() {
        nanos = 5;

        working.end();
        nanos = 9;

        assertThat(working.goesOn()).isFalse();
        assertThat(working.endNanos()).isEqualTo(5);
    }
}
