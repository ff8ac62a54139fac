package io.github.leasewarden.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private static final Reply DONE = Reply.ok("text/plain", new byte[0]);

    private final SingleFlight flight = new SingleFlight();

    @Test
    void theSecondIsRefusedWhileTheFirstRuns() throws Problem {
        Problem[] second = new Problem[1];
        flight.run(() -> {
            second[0] = catchThrowableOfType(Problem.class, () -> flight.run(() -> DONE));
            return DONE;
        });
        assertThat(second[0].status()).isEqualTo(429);
        assertThat(second[0].reply().headers()).containsKey("Retry-After");
    }

    @Test
    void afterAFailureTheNextMayRun() throws Problem {
        Problem failure = catchThrowableOfType(
                Problem.class,
                () -> flight.run(() -> {
                    throw Problem.of(503, "no");
                }));
        assertThat(failure.status()).isEqualTo(503);
        assertThat(flight.run(() -> DONE)).isSameAs(DONE);
    }

    @Test
    void spacingSaysHowLongToWait() throws Problem {
        AtomicLong now = new AtomicLong(-5);
        SingleFlight.Spacing spacing = new SingleFlight.Spacing(Duration.ofMinutes(1), now::get);
        spacing.take("it is done");
        now.addAndGet(Duration.ofMillis(14_500).toNanos());
        Problem early = catchThrowableOfType(Problem.class, () -> spacing.take("it is done"));
        assertThat(early.reply().headers()).containsEntry("Retry-After", "46");
        now.addAndGet(Duration.ofMillis(45_500).toNanos());
        spacing.take("it is done");
    }
}
