package io.github.leasewarden.apps.junit;

import io.github.leasewarden.junit.LeakBudget;
import io.github.leasewarden.junit.NoLeaks;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One way to leak, or not to, a test; names say what must come of it. */
@NoLeaks
class Plain {
    private Feed.Reader setUp;

    @BeforeEach
    void subscribe() {
        setUp = Feed.read();
    }

    @AfterEach
    void cancel() {
        setUp.cancel();
    }

    @Test
    void passesCancelled() {
        Feed.read().cancel();
    }

    @Test
    void failsForgotten() {
        Feed.read();
    }

    @RepeatedTest(3)
    void failsRepeated() {
        Feed.read();
    }

    @Test
    void failsOnAThreadOfItsOwn() throws InterruptedException {
        Thread thread = new Thread(Feed::read);
        thread.start();
        thread.join();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void failsOnTheTimeoutsThread() {
        Feed.read();
    }

    @Test
    void failsWithinAPreemptiveTimeout() {
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            Feed.read();
        });
    }

    @Test
    void passesCancelledLaterOnAnotherThread() {
        Feed.Reader reader = Feed.read();
        new Thread(() -> {
                    pause();
                    reader.cancel();
                })
                .start();
    }

    @Test
    @NoLeaks(allow = "subscription")
    void passesAllowedByKind() {
        Feed.read();
    }

    @Test
    @NoLeaks(allow = "io.github.leasewarden.apps.junit.Feed")
    void passesAllowedByPlace() {
        Feed.read();
    }

    @Test
    @LeakBudget(kind = "subscription", max = 1)
    void passesWithinItsBudget() {
        Feed.read();
    }

    @Test
    @LeakBudget(kind = "subscription", max = 1)
    void failsBeyondItsBudget() {
        Feed.read();
        Feed.read();
    }

    @Test
    @NoLeaks(allow = "listener")
    void failsWhereSomethingElseIsAllowed() {
        Feed.read();
    }

    @Nested
    class Inner {
        private final Feed.Reader field = Feed.read();

        @Test
        void failsForWhatItsFieldOpened() {}

        @Test
        void passesCancellingIt() {
            field.cancel();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
