package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final CountDownLatch ending = new CountDownLatch(1);
    private final List<String> told = new ArrayList<>();
    private int rounds;

    @Test
    void aRoundThatRunsOutOfMemoryIsLeftOutAndTheNextOneComes() {
        assertThatCode(() -> Rounds.run(ending, 1, this::failsFirst, told::add)).doesNotThrowAnyException();
        assertThat(rounds).isEqualTo(3);
        assertThat(told).singleElement().asString().contains("OutOfMemoryError: a path");
    }

    @Test
    void nothingIsDoneOnceTheEndIsAskedFor() throws InterruptedException {
        ending.countDown();
        Rounds.run(ending, 1, this::failsFirst, told::add);
        assertThat(rounds).isZero();
    }

    private void failsFirst() {
        if (++rounds == 1) {
            throw new OutOfMemoryError("a path");
        }
        if (rounds == 3) {
            ending.countDown();
        }
    }
}
