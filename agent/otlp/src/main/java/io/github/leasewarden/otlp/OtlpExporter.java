package io.github.leasewarden.otlp;

import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.export.Exporter;
import io.github.leasewarden.reports.LeakReport;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where the agent enters: reads the settings, and composes what sends metrics at every {@code OTEL_METRIC_EXPORT_INTERVAL} and each report as a
 * log record. Thread-safe once started.
 */
public final class OtlpExporter implements Exporter {
    /** Reports are rare and small. */
    static final int MOST_REPORTS = 64;
    /** A page of metrics is some tens of KiB, and one says little that the next does not. */
    static final int MOST_PAGES = 16;

    private static final String SCOPE = "io.github.leasewarden";

    private final OtlpSettings settings;
    /** Both set by {@link #start}. */
    private @Nullable ReportLog reports;

    private @Nullable Dispatch dispatch;

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
        Dispatch started = new Dispatch(
                source,
                new MetricPage(resource, scope, source.startedAt()),
                outbox("metrics", MOST_PAGES, metricRoute, source),
                logs,
                interval);
        reports = new ReportLog(resource, scope, logs::add);
        dispatch = started;
        source.tell()
                .accept("OTLP: metrics every " + interval.toSeconds() + " s to " + metricRoute.address()
                        + ", reports to " + logRoute.address());
        started.start();
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
        started(reports).write(report);
        started(dispatch).wake();
    }

    @Override
    public List<ExportCount> counts() {
        return started(dispatch).counts();
    }

    @Override
    public void close(Duration patience) {
        started(dispatch).close(patience);
    }

    private static <P> P started(@Nullable P part) {
        if (part == null) {
            throw new IllegalStateException("not started");
        }
        return part;
    }
}
