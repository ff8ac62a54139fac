package io.github.leasewarden.core.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long CAP = 30 * SECOND;

    private final Backoff highest = new Backoff(CAP, () -> 1);
    private final Endpoint endpoint = new Endpoint("chat.acme.com:443", "acme", CAP);
    private long now = -5 * SECOND; // nanoTime may be anything

    private long fail(long later) {
        now += later;
        return endpoint.failed(now, Instant.EPOCH, "java.net.ConnectException");
    }

    private void storm() {
        for (int i = 0; i < Endpoint.STORM; i++) {
            fail(SECOND / 10);
        }
        assertThat(endpoint.isStorming()).isTrue();
    }

    @Test
    void tenFailuresInARowWithinTenSecondsAreAStorm() {
        for (int i = 1; i < Endpoint.STORM; i++) {
            assertThat(fail(SECOND)).isNegative();
        }
        assertThat(fail(SECOND)).isEqualTo(9 * SECOND);
        assertThat(endpoint.status(now).storms()).isEqualTo(1);
        assertThat(fail(SECOND)).as("the same storm").isNegative();
    }

    @Test
    void whoTriesEveryTwoSecondsIsNone() {
        for (int i = 0; i < 1000; i++) {
            assertThat(fail(2 * SECOND)).isNegative();
        }
        assertThat(endpoint.delayNanos(now, highest)).isZero();
    }

    @Test
    void whoBacksOffByItselfIsNone() {
        long pause = SECOND / 4;
        for (int i = 0; i < 100; i++) {
            assertThat(fail(pause)).isNegative();
            pause = Math.min(CAP, 2 * pause);
        }
        assertThat(endpoint.delayNanos(now, highest)).isZero();
    }

    @Test
    void aSuccessInBetweenStartsTheCountAnew() {
        for (int i = 0; i < 100; i++) {
            assertThat(fail(1)).isNegative();
            if (i % (Endpoint.STORM - 1) == 0) {
                endpoint.succeeded();
            }
        }
    }

    @Test
    void inAStormEachFailureDoublesTheDelayUpToTheCap() {
        storm();
        assertThat(endpoint.delayNanos(now, highest)).isEqualTo(SECOND / 2);
        fail(1);
        assertThat(endpoint.delayNanos(now, highest)).isEqualTo(SECOND);
        for (int i = 0; i < 200; i++) {
            fail(1);
        }
        assertThat(endpoint.delayNanos(now, highest)).isEqualTo(CAP);
    }

    /** Who waited anyway is not made to wait again. */
    @Test
    void theDelayCountsFromTheLastFailure() {
        storm();
        assertThat(endpoint.delayNanos(now + SECOND / 8, highest)).isEqualTo(3 * SECOND / 8);
        assertThat(endpoint.delayNanos(now + SECOND, highest)).isZero();
    }

    @Test
    void theFirstSuccessEndsStormAndDelays() {
        storm();
        assertThat(endpoint.succeeded()).isTrue();
        assertThat(endpoint.delayNanos(now, highest)).isZero();
        assertThat(endpoint.succeeded()).isFalse();
    }

    @Test
    void aStormThatNobodyContinuesIsForgotten() {
        storm();
        now += 4 * CAP + 1;
        assertThat(endpoint.status(now).storming()).isFalse();
        assertThat(fail(0)).isNegative();
    }

    @Test
    void stormsThatComeAndGoAreToldOnceAMinute() {
        assertThat(endpoint.mayTell(now)).isTrue();
        assertThat(endpoint.mayTell(now + 59 * SECOND)).isFalse();
        assertThat(endpoint.wasTold()).isFalse();
        assertThat(endpoint.mayTell(now + 60 * SECOND)).isTrue();
    }

    @Test
    void jitterIsFull() {
        assertThat(new Backoff(CAP, () -> 0).delayNanos(5)).isZero();
        assertThat(new Backoff(CAP, () -> 0.5).delayNanos(0)).isEqualTo(SECOND / 4);
        assertThat(new Backoff(CAP, () -> 0.5).delayNanos(Long.MAX_VALUE)).isEqualTo(CAP / 2);
    }
}
