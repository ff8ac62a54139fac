package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final List<String> told = new ArrayList<>();
    private final Turns turns = new Turns(Duration.ofMinutes(1));
    private final Watchdog watchdog = new Watchdog(turns, told::add);

    @Test
    void aLookThatTakesItsTimeIsNotTold() {
        turns.take(() -> rounds(Watchdog.PATIENCE));

        assertThat(told).isEmpty();
        assertThat(watchdog.hanging()).isNull();
    }

    @Test
    void aLookThatHangsIsToldOnceWithWhereItIs() {
        turns.take(() -> {
            rounds(3 * Watchdog.PATIENCE);
            assertThat(watchdog.hanging()).contains("It is in io.github.leasewarden");
        });

        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("A look at the application has not ended for 60 s")
                .endsWith("The agent can still be switched off.");
    }

    @Test
    void whatComesBackIsTold() {
        turns.take(() -> rounds(2 * Watchdog.PATIENCE));
        rounds(1);

        assertThat(told).hasSize(2).last().asString().contains("is watched again");
        assertThat(watchdog.hanging()).isNull();
    }

    @Test
    void manyShortLooksAreNotOneThatHangs() {
        for (int look = 0; look < 3 * Watchdog.PATIENCE; look++) {
            turns.take(() -> rounds(1));
        }

        assertThat(told).isEmpty();
    }

    private void rounds(int many) {
        for (int round = 0; round < many; round++) {
            watchdog.round();
        }
    }
}
