package io.github.leasewarden.otlp;

import io.github.leasewarden.core.export.ExportCount;
import io.github.leasewarden.core.export.ExportSource;
import io.github.leasewarden.core.export.Exporter;
import io.github.leasewarden.core.lease.AgentThread;
import io.github.leasewarden.reports.LeakReport;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends metrics at every {@code OTEL_METRIC_EXPORT_INTERVAL} and each report as a log record, on one thread of its own. What cannot be sent
 * waits in an {@link Outbox}. Thread-safe once started.
 */
public final class OtlpExporter implements Exporter {
    /** Reports are rare and small. */
    static final int MOST_REPORTS = 64;
    /** A page of metrics is some tens of KiB, and one says little that the next does not. */
    static final int MOST_PAGES = 16;

    private static final String SCOPE = "io.github.leasewarden";

    private final OtlpSettings settings;
    private final Semaphore wake = new Semaphore(0);
    private final AgentThread thread = new AgentThread("otlp", this::run);
    private volatile boolean closing;

    /** Set by {@link #start}. */
    private @Nullable Work work;

    /** What it works with, once the settings are read. */
    private record Work(
            ExportSource source,
            MetricPage page,
            Outbox<Collection<MetricData>> metrics,
            ReportLog log,
            Outbox<LogRecordData> logs,
            Duration interval) {}

    /** With the settings of this process. */
    public OtlpExporter() {
        this(Map.of());
    }

    /** @param settings for what the process does not say */
    OtlpExporter(Map<String, String> settings) {
        this.settings = new OtlpSettings(settings, Clock.systemUTC());
    }

    @Override
    public void start(ExportSource source) {
        SdkLog.tellTo(source.tell());
        Route<Collection<MetricData>> metricRoute;
        Route<LogRecordData> logRoute;
        Duration interval;
        try {
            metricRoute = settings.metrics();
            logRoute = settings.logs();
            interval = settings.metricInterval();
        } catch (RuntimeException e) {
            // Runtime: the SDK's readers throw several kinds
            throw new IllegalArgumentException("OpenTelemetry's settings: " + e.getMessage(), e);
        }
        Resource resource = resource(source.resource());
        InstrumentationScopeInfo scope = InstrumentationScopeInfo.builder(SCOPE)
                .setVersion(source.version())
                .build();
        Outbox<LogRecordData> logs = outbox("logs", MOST_REPORTS, logRoute, source);
        work = new Work(
                source,
                new MetricPage(resource, scope, source.startedAt()),
                outbox("metrics", MOST_PAGES, metricRoute, source),
                new ReportLog(resource, scope, logs::add),
                logs,
                interval);
        source.tell()
                .accept("OTLP: metrics every " + interval.toSeconds() + " s to " + metricRoute.address()
                        + ", reports to " + logRoute.address());
        thread.start();
    }

    private static <T> Outbox<T> outbox(String signal, int most, Route<T> route, ExportSource source) {
        Pauses pauses = new Pauses(() -> ThreadLocalRandom.current().nextDouble());
        return new Outbox<>(signal, most, route, pauses, System::nanoTime, source.tell());
    }

    private static Resource resource(Map<String, String> attributes) {
        AttributesBuilder builder = Attributes.builder();
        attributes.forEach(builder::put);
        return Resource.getDefault().merge(Resource.create(builder.build()));
    }

    @Override
    public void report(LeakReport report) {
        started().log().write(report);
        wake.release();
    }

    @Override
    public List<ExportCount> counts() {
        return List.of(started().logs().count(), started().metrics().count());
    }

    private Work started() {
        Work current = work;
        if (current == null) {
            throw new IllegalStateException("not started");
        }
        return current;
    }

    private void run() {
        Work with = started();
        long nextPage = System.nanoTime() + with.interval().toNanos();
        Instant last = null;
        try {
            while (!closing) {
                waitFor(Math.min(
                        nextPage - System.nanoTime(),
                        Math.min(with.logs().dueInNanos(), with.metrics().dueInNanos())));
                if (nextPage - System.nanoTime() <= 0) {
                    nextPage = System.nanoTime() + with.interval().toNanos();
                    last = addPage(with, last);
                }
                if (!closing) {
                    with.logs().flush();
                    with.metrics().flush();
                }
            }
            addPage(with, last);
            with.logs().lastFlush();
            with.metrics().lastFlush();
        } catch (InterruptedException e) {
            // nobody interrupts it but a JVM that ends
            Thread.currentThread().interrupt();
        }
    }

    private void waitFor(long nanos) throws InterruptedException {
        if (nanos > 0 && wake.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    }

    /** Adds the newest page, unless it is the one that was added last: an agent that was switched off sees nothing new. */
    private static @Nullable Instant addPage(Work with, @Nullable Instant last) {
        try {
            ExportSource.Metrics metrics = with.source().metrics().get();
            if (metrics == null || metrics.at().equals(last)) {
                return last;
            }
            with.metrics().add(with.page().of(metrics));
            return metrics.at();
        } catch (RuntimeException | LinkageError e) {
            with.source().tell().accept("OTLP metrics: they cannot be read: " + e);
            return last;
        }
    }

    @Override
    public void close(Duration patience) {
        closing = true;
        wake.release();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long reports = started().logs().giveUp();
        long pages = started().metrics().giveUp();
        if (reports + pages > 0) {
            started()
                    .source()
                    .tell()
                    .accept("OTLP: " + reports + " reports and " + pages
                            + " pages of metrics could not be sent before the exit");
        }
    }
}
