package io.github.leasewarden.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.export.ExportSource;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private static final String NO_THREAD = "unable to create native thread";

    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();

    /** Whether the first page is not taken. */
    private final AtomicBoolean fail = new AtomicBoolean();

    @Test
    void metricsThatCannotBeReadOnceAreReadAgain() {
        Dispatch dispatch = dispatch(told::add);
        dispatch.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> sent.get() >= 1);
        dispatch.close(Duration.ofSeconds(10));
        assertThat(told).singleElement().asString().contains(NO_THREAD);
    }

    @Test
    void whereNotEvenASentenceCanBeSaidItGoesOn() {
        Dispatch dispatch = dispatch(line -> {
            throw new OutOfMemoryError(line);
        });
        dispatch.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> sent.get() >= 1);
        dispatch.close(Duration.ofSeconds(10));
    }

    @Test
    void anErrorOutsideOfAnAttemptDoesNotEndTheThread() {
        fail.set(true);
        Dispatch dispatch = dispatch(line -> {
            told.add(line);
            throw new OutOfMemoryError(line);
        });
        dispatch.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> sent.get() >= 2);
        dispatch.close(Duration.ofSeconds(10));
        assertThat(told).anyMatch(line -> line.contains("it is away"));
    }

    /** Of which the metrics cannot be read at first. */
    private Dispatch dispatch(Consumer<String> tell) {
        ExportSource whole = Samples.source(tell);
        ExportSource source = new ExportSource(
                whole.version(),
                whole.startedAt(),
                whole.resource(),
                () -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new OutOfMemoryError(NO_THREAD);
                    }
                    return whole.metrics().get();
                },
                tell);
        Outbox<Collection<MetricData>> metrics = Outbox.of("metrics", 3, this::take, tell);
        Outbox<LogRecordData> logs = Outbox.of("logs", 3, record -> new Outcome.Taken(), tell);
        MetricPage page = new MetricPage(Origin.of(source), source.startedAt());
        return new Dispatch(source, page, metrics, logs, Duration.ofMillis(20));
    }

    private Outcome take(Collection<MetricData> page) {
        sent.incrementAndGet();
        return fail.getAndSet(false) ? new Outcome.Later("it is away", null) : new Outcome.Taken();
    }
}
