package io.github.leasewarden.otlp;

import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.export.Exporter;
import io.github.leasewarden.reports.LeakReport;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private final OtlpSettings settings;
    /** Both set by {@link #start}. */
    private @Nullable ReportLog reports;

    private @Nullable Dispatch dispatch;

    /** With the settings of this process. */
    public OtlpExporter() {
        this(Map.of());
    }

    /** @param settings go before those of this process */
    OtlpExporter(Map<String, String> settings) {
        this.settings = new OtlpSettings(settings, Clock.systemUTC());
    }

    @Override
    public void start(ExportSource source) {
        SdkLog.tellTo(source.tell());
        OtlpSettings.Routes routes = settings.routes();
        Origin origin = Origin.of(source);
        Outbox<LogRecordData> logs = Outbox.of("logs", MOST_REPORTS, routes.logs(), source.tell());
        Dispatch started = new Dispatch(
                source,
                new MetricPage(origin, source.startedAt()),
                Outbox.of("metrics", MOST_PAGES, routes.metrics(), source.tell()),
                logs,
                routes.metricInterval());
        reports = new ReportLog(origin, logs::add);
        dispatch = started;
        source.tell()
                .accept("OTLP: metrics every " + routes.metricInterval().toSeconds() + " s to "
                        + routes.metrics().address() + ", reports to "
                        + routes.logs().address());
        started.start();
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
