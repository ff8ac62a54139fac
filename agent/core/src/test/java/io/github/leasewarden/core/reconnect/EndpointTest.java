package io.github.leasewarden.core.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long CAP = 30 * SECOND;

    private final Endpoint endpoint = new Endpoint("chat.acme.com:443", "acme", new Backoff(CAP, () -> 1));
    private long now = -5 * SECOND; // nanoTime may be anything

    private boolean fail(long later) {
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
            assertThat(fail(SECOND)).isFalse();
        }
        assertThat(fail(SECOND)).isTrue();
        assertThat(endpoint.rowNanos(now)).isEqualTo(9 * SECOND);
        assertThat(endpoint.status(now).storms()).isEqualTo(1);
        assertThat(fail(SECOND)).as("the same storm").isFalse();
    }

    @Test
    void whoTriesEveryTwoSecondsIsNone() {
        for (int i = 0; i < 1000; i++) {
            assertThat(fail(2 * SECOND)).isFalse();
        }
        assertThat(endpoint.delayNanos(now)).isZero();
    }

    @Test
    void whoBacksOffByItselfIsNone() {
        long pause = SECOND / 4;
        for (int i = 0; i < 100; i++) {
            assertThat(fail(pause)).isFalse();
            pause = Math.min(CAP, 2 * pause);
        }
        assertThat(endpoint.delayNanos(now)).isZero();
    }

    @Test
    void aSuccessInBetweenStartsTheCountAnew() {
        for (int i = 0; i < 100; i++) {
            assertThat(fail(SECOND / 10)).isFalse();
            if (i % (Endpoint.STORM - 1) == 0) {
                endpoint.succeeded();
            }
        }
    }

    @Test
    void manyClientsThatLoseTheirServerAtOnceAreNone() {
        for (int i = 0; i < 1000; i++) {
            assertThat(fail(10)).isFalse();
        }
        assertThat(endpoint.status(now).failures()).isEqualTo(1000);
    }

    @Test
    void inAStormTheDelayDoublesWithEachRoundUpToTheCap() {
        storm();
        assertThat(endpoint.delayNanos(now)).isEqualTo(SECOND / 2);
        fail(SECOND / 2);
        assertThat(endpoint.delayNanos(now)).isEqualTo(SECOND);
        for (int i = 0; i < 200; i++) {
            fail(1);
        }
        assertThat(endpoint.delayNanos(now)).as("many clients at once").isEqualTo(SECOND);
        for (int i = 0; i < 10; i++) {
            fail(CAP);
        }
        assertThat(endpoint.delayNanos(now)).isEqualTo(CAP);
    }

    /** Who waited anyway is not made to wait again. */
    @Test
    void theDelayCountsFromTheLastFailure() {
        storm();
        assertThat(endpoint.delayNanos(now + SECOND / 8)).isEqualTo(3 * SECOND / 8);
        assertThat(endpoint.delayNanos(now + SECOND)).isZero();
    }

    @Test
    void theFirstSuccessEndsStormAndDelays() {
        storm();
        assertThat(endpoint.succeeded()).isTrue();
        assertThat(endpoint.delayNanos(now)).isZero();
        assertThat(endpoint.succeeded()).isFalse();
    }

    @Test
    void aStormThatNobodyContinuesIsForgotten() {
        storm();
        now += 4 * CAP + 1;
        assertThat(endpoint.status(now).storming()).isFalse();
        assertThat(fail(0)).isFalse();
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
        assertThat(new Backoff(CAP, () -> 0.5).delayNanos(Integer.MAX_VALUE)).isEqualTo(CAP / 2);
    }
}
