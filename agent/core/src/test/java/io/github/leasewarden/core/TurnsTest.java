package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {
    private final List<String> told = new ArrayList<>();
    private final Turns turns = new Turns(Duration.ofMillis(50));
    private final CountDownLatch hanging = new CountDownLatch(1);

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
        Thread look = hangingLook(turns);

        turns.last(() -> told.add("the last"), () -> told.add("instead"));
        hanging.countDown();
        look.join();
        turns.take(() -> told.add("too late"));

        assertThat(told).containsExactly("instead", "came back, over: true");
    }

    @Test
    void aLookIsLeftOutWhereAnotherHangsAndTheNextComesOnceThatOneIsBack() throws InterruptedException {
        Thread look = hangingLook(turns);

        turns.take(() -> told.add("left out"));
        turns.take(() -> told.add("left out as well"));
        hanging.countDown();
        look.join();
        turns.take(() -> told.add("a look"));

        assertThat(told).containsExactly("came back, over: false", "a look");
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void oneHangingLookIsWaitedForOnce() throws InterruptedException {
        Turns few = new Turns(Duration.ofSeconds(1));
        Thread look = hangingLook(few);

        for (int reader = 0; reader < 1_000; reader++) {
            few.take(() -> told.add("left out"));
        }

        assertThat(told).isEmpty();
        hanging.countDown();
        look.join();
    }

    @Test
    void itIsKnownWhichLookGoesOnAndWhere() throws InterruptedException {
        assertThat(turns.going()).isNull();
        Thread look = hangingLook(turns);

        Turns.Look going = turns.going();
        assertThat(going).isNotNull();
        await().untilAsserted(() -> assertThat(going.where()).contains("TurnsTest.awaitTheEnd"));
        hanging.countDown();
        look.join();
        assertThat(turns.going()).isNull();
    }

    @Test
    void whoIsInterruptedWaitsNoLongerAndStaysInterrupted() throws InterruptedException {
        Turns patient = new Turns(Duration.ofDays(1));
        Thread look = hangingLook(patient);

        Thread.currentThread().interrupt();
        patient.last(() -> told.add("the last"), () -> told.add("instead"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).containsExactly("instead");
        hanging.countDown();
        look.join();
    }

    /** Has its turn, until {@link #hanging} ends. */
    private Thread hangingLook(Turns those) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread look = new Thread(() -> those.take(() -> {
            begun.countDown();
            awaitTheEnd();
            told.add("came back, over: " + those.over());
        }));
        look.start();
        begun.await();
        return look;
    }

    private void awaitTheEnd() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
