package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CollectionRequestsTest {
    private long now;
    private long length;

    private CollectionRequests everySecond() {
        return new CollectionRequests(Duration.ofSeconds(1), () -> now += length, Runnable::run, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void thereIsAtMostOneInTheSetTime() {
        CollectionRequests requests = everySecond();
        for (int i = 0; i < 100; i++) {
            requests.ask();
            pass(Duration.ofMillis(50));
        }
        assertThat(requests.asked()).isEqualTo(5);
    }

    @Test
    void theyTakeAtMostATwentiethOfAllTime() {
        length = Duration.ofSeconds(1).toNanos();
        CollectionRequests requests = everySecond();
        for (int i = 0; i < 1000; i++) {
            requests.ask();
            pass(Duration.ofMillis(100));
        }
        assertThat(requests.asked() * length).isLessThanOrEqualTo(now / 20 + length);
        assertThat(requests.asked()).isGreaterThan(1);
    }

    @Test
    void whatIsOffIsNeverAsked() {
        CollectionRequests requests = new CollectionRequests(null, () -> now++, Runnable::run, () -> now);
        requests.ask();
        assertThat(requests.arePossible()).isFalse();
        assertThat(now).isZero();
    }

    @Test
    void whereNoThreadCanBeStartedNobodyCountsOnAnAnswer() {
        CollectionRequests requests = new CollectionRequests(
                Duration.ofSeconds(1),
                () -> {},
                work -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                () -> now);
        requests.ask();
        assertThat(requests.arePossible()).isFalse();
    }
}
