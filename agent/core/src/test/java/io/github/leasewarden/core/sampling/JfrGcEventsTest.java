package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** With the Flight Recorder of the JVM that runs the tests. */
class JfrGcEventsTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final JfrGcEvents events = new JfrGcEvents(new ThreadStarts(), told::add);

    @Test
    void anEventThatCannotBeReadIsALineAndTheNextOneComes() throws InterruptedException {
        AtomicInteger readings = new AtomicInteger();
        Thread stream = new Thread(() -> events.run(
                reading -> {
                    if (readings.getAndIncrement() == 0) {
                        throw new IllegalStateException("no method");
                    }
                },
                () -> {}));
        stream.setDaemon(true);
        stream.start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        System.gc();
                        return readings.get() > 1;
                    });
        } finally {
            events.close();
            stream.join();
        }

        assertThat(told)
                .containsExactly("an event of Flight Recorder is left out: java.lang.IllegalStateException: no method");
    }
}
