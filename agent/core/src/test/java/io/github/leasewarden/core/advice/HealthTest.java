package io.github.leasewarden.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.Parts;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void whatIsNotKnownYetIsNotPerfect() {
        Health health = health(Parts.none(), null, false);
        assertThat(health.score()).isEqualTo(95);
        assertThat(health.status()).isEqualTo("ok");
        assertThat(health.reasons()).singleElement().asString().startsWith("No verdict yet");
    }

    @Test
    void aLeakIsTheFirstReason() {
        Health health = health(Parts.full(), null, false);
        assertThat(health.reasons().get(0)).isEqualTo("It leaks.");
        assertThat(health.score()).isLessThan(80);
    }

    @Test
    void anAgentThatDoesNotWatchIsNotHealthy() {
        assertThat(health(Parts.none(), null, true).status()).isEqualTo("bad");
        assertThat(health(Parts.none(), "a hook failed", false).reasons().get(0))
                .contains("a hook failed");
    }

    @Test
    void theScoreNeverLeavesItsScale() {
        assertThat(health(Parts.full(), "broken", true).score()).isBetween(0, 100);
    }

    private static Health health(Observation seen, String selfTest, boolean off) {
        return Health.of(seen, 0.7, 0.9, selfTest, off);
    }
}
