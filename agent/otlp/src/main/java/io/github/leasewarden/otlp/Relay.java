package io.github.leasewarden.otlp;

import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.reports.LeakReport;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends for processes that are not this one, each under its own name and in requests of its own: the same requests, and the same way with
 * receivers that do not take them, as if each had an {@link OtlpExporter}. One thread.
 */
public final class Relay {
    private final OtlpSettings.Routes routes;
    private final Outbox<Collection<MetricData>> metrics;
    private final Outbox<LogRecordData> logs;

    /**
     * A way to the receiver that the settings name.
     *
     * @param settings by the names of their system properties; they go before those of this process
     * @param tell takes a line when an outage begins, and one when it is over
     * @throws IllegalArgumentException with a sentence, if a setting makes no sense
     */
    public Relay(Map<String, String> settings, Consumer<String> tell) {
        this.routes = new OtlpSettings(settings, Clock.systemUTC()).routes();
        this.metrics = Outbox.of("metrics", 1, routes.metrics(), tell);
        this.logs = Outbox.of("logs", 1, routes.logs(), tell);
    }

    /**
     * Sends the metrics and the reports of one process, one after the other, and returns when each was taken or refused.
     *
     * @param patience how long to go on trying what the receiver does not take now
     * @return false if it was not enough; what was left is given up then
     */
    public boolean send(ExportSource process, List<LeakReport> reports, Duration patience) throws InterruptedException {
        Origin origin = Origin.of(process);
        ExportSource.Metrics newest = process.metrics().get();
        if (newest != null) {
            metrics.add(new MetricPage(origin, process.startedAt()).of(newest));
        }
        boolean taken = drain(metrics, patience);
        ReportLog log = new ReportLog(origin, logs::add);
        for (int i = 0; taken && i < reports.size(); i++) {
            log.write(reports.get(i));
            taken = drain(logs, patience);
        }
        return taken;
    }

    private static boolean drain(Outbox<?> outbox, Duration patience) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        outbox.flush();
        for (long due = outbox.dueInNanos(); due != Long.MAX_VALUE; due = outbox.dueInNanos()) {
            if (System.nanoTime() + due - giveUpAt > 0) {
                outbox.giveUp();
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(due);
            outbox.flush();
        }
        return true;
    }

    /** What became of all reports so far. */
    public ExportCount reports() {
        return logs.count();
    }

    /** What became of all pages of metrics so far. */
    public ExportCount pages() {
        return metrics.count();
    }

    /** Bodies of all requests so far, as they went out, those that failed included. */
    public long sentBytes() {
        return routes.metrics().sentBytes() + routes.logs().sentBytes();
    }
}
