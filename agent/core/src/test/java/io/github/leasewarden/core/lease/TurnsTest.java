package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns<String> turns = new Turns<>();

    @Test
    void untilOneHasEndedWellReleasesOfAClassTakeTurns() {
        assertThat(turns.ask("Session", "first")).isEqualTo(Turns.Answer.TURN);
        assertThat(turns.ask("Session", "second")).isEqualTo(Turns.Answer.WAIT);
        assertThat(turns.ask("Session", "third")).isEqualTo(Turns.Answer.WAIT);
        assertThat(turns.ask("Listener", "other")).isEqualTo(Turns.Answer.TURN);
        assertThat(turns.waiting()).isEqualTo(2);

        assertThat(turns.endedWell("Session")).containsExactly("second", "third");
        assertThat(turns.over("Session")).isEmpty();
        assertThat(turns.ask("Session", "second")).isEqualTo(Turns.Answer.FREE);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void afterAFailureTheyTakeTurnsAgain() {
        turns.endedWell("Session");
        turns.failed("Session");

        assertThat(turns.ask("Session", "first")).isEqualTo(Turns.Answer.TURN);
        assertThat(turns.ask("Session", "second")).isEqualTo(Turns.Answer.WAIT);
        assertThat(turns.over("Session")).containsExactly("second");
        assertThat(turns.ask("Session", "third")).isEqualTo(Turns.Answer.WAIT);
        assertThat(turns.over("Session")).containsExactly("third");
        assertThat(turns.over("Session")).isEmpty();
        assertThat(turns.ask("Session", "fourth")).isEqualTo(Turns.Answer.TURN);
    }

    @Test
    void aHopelessClassIsNotTried() {
        turns.ask("Session", "first");
        turns.ask("Session", "second");

        assertThat(turns.giveUp("Session")).containsExactly("second");
        assertThat(turns.ask("Session", "second")).isEqualTo(Turns.Answer.HOPELESS);
        assertThat(turns.ask("Session", "third")).isEqualTo(Turns.Answer.HOPELESS);
    }
}
