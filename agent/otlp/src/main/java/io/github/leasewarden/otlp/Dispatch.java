package io.github.leasewarden.otlp;

import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.thread.AgentThread;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that sends: adds a page of metrics when its time comes, and empties the outboxes whenever they have something to send. Thread-safe.
 */
final class Dispatch {
    private static final long AFTER_FAILURE_NANOS = Duration.ofSeconds(1).toNanos();

    private final ExportSource source;
    private final MetricPage page;
    private final Outbox<Collection<MetricData>> metrics;
    private final Outbox<LogRecordData> logs;
    private final Duration interval;
    private final Semaphore wake = new Semaphore(0);
    private final AgentThread thread = new AgentThread("otlp", this::run);
    private volatile boolean closing;

    /** When the page that was added last was taken; the thread's own. */
    private @Nullable Instant lastPage;

    /** When the next one is due, by {@link System#nanoTime}; the thread's own. */
    private long nextPage;

    /** @param interval between two pages of metrics */
    Dispatch(
            ExportSource source,
            MetricPage page,
            Outbox<Collection<MetricData>> metrics,
            Outbox<LogRecordData> logs,
            Duration interval) {
        this.source = source;
        this.page = page;
        this.metrics = metrics;
        this.logs = logs;
        this.interval = interval;
    }

    void start() {
        thread.start();
    }

    /** After something was put into an outbox. */
    void wake() {
        wake.release();
    }

    List<ExportCount> counts() {
        return List.of(logs.count(), metrics.count());
    }

    /** Sends what the other side takes at once, and gives the rest up; whoever asks waits no longer than {@code patience}. */
    void close(Duration patience) {
        closing = true;
        wake();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long reports = logs.giveUp();
        long pages = metrics.giveUp();
        if (reports + pages > 0) {
            source.tell()
                    .accept("OTLP: " + reports + " reports and " + pages
                            + " pages of metrics could not be sent before the exit");
        }
    }

    private void run() {
        nextPage = System.nanoTime() + interval.toNanos();
        try {
            while (!closing) {
                try {
                    turn();
                } catch (RuntimeException | Error e) {
                    // it is the only thread that sends: after an error that passes, it has to be there
                    tell("OTLP: one attempt failed: ", e);
                    rest(AFTER_FAILURE_NANOS);
                }
            }
            addPage();
            logs.lastFlush();
            metrics.lastFlush();
        } catch (InterruptedException e) {
            // nobody interrupts it but a JVM that ends
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        rest(Math.min(nextPage - System.nanoTime(), Math.min(logs.dueInNanos(), metrics.dueInNanos())));
        if (nextPage - System.nanoTime() <= 0) {
            nextPage = System.nanoTime() + interval.toNanos();
            addPage();
        }
        if (!closing) {
            logs.flush();
            metrics.flush();
        }
    }

    private void rest(long nanos) throws InterruptedException {
        if (nanos > 0 && wake.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    }

    /** Not the same page twice: an agent that was switched off sees nothing new. */
    private void addPage() {
        try {
            ExportSource.Metrics newest = source.metrics().get();
            if (newest != null && !newest.at().equals(lastPage)) {
                lastPage = newest.at();
                metrics.add(page.of(newest));
            }
        } catch (RuntimeException | Error e) {
            tell("OTLP metrics: they cannot be read: ", e);
        }
    }

    private void tell(String what, Throwable failure) {
        try {
            source.tell().accept(what + failure);
        } catch (RuntimeException | Error noMemoryForASentence) {
            return;
        }
    }
}
