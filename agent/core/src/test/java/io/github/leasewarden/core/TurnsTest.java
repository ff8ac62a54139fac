package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<String> told = new ArrayList<>();
    private final Turns turns = new Turns(Duration.ofMillis(50));

    @Test
    void nobodyLooksAfterTheLast() {
        turns.take(() -> told.add("a look"));

        turns.last(() -> told.add("the last"), () -> told.add("instead"));
        turns.take(() -> told.add("too late"));

        assertThat(told).containsExactly("a look", "the last");
        assertThat(turns.over()).isTrue();
    }

    @Test
    void thereIsOneLastLook() {
        turns.last(() -> told.add("the last"), () -> told.add("instead"));

        turns.last(() -> told.add("again"), () -> told.add("instead"));

        assertThat(told).containsExactly("the last");
    }

    @Test
    void theLastIsReplacedWhereALookHangsAndThatOneKnowsWhenItComesBack() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        Thread look = new Thread(() -> turns.take(() -> {
            begun.countDown();
            awaitQuietly(hanging);
            told.add("came back, over: " + turns.over());
        }));
        look.start();
        begun.await();

        turns.last(() -> told.add("the last"), () -> told.add("instead"));
        hanging.countDown();
        look.join();
        turns.take(() -> told.add("too late"));

        assertThat(told).containsExactly("instead", "came back, over: true");
    }

    @Test
    void whoIsInterruptedWaitsNoLongerAndStaysInterrupted() throws InterruptedException {
        Turns patient = new Turns(Duration.ofDays(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        Thread look = new Thread(() -> patient.take(() -> {
            begun.countDown();
            awaitQuietly(hanging);
        }));
        look.start();
        begun.await();

        Thread.currentThread().interrupt();
        patient.last(() -> told.add("the last"), () -> told.add("instead"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).containsExactly("instead");
        hanging.countDown();
        look.join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
