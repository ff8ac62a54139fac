package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.export.Exports;
import io.github.leasewarden.core.metrics.MetricsPage;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.RunInfo;
import io.github.leasewarden.core.report.ServiceLabels;
import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.reports.ServiceInfo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Composes the export. A class of its own for the reason {@link HttpStart} is one. */
final class OtlpStart {
    private OtlpStart() {}

    static void start(
            AgentConfig config,
            AgentLog log,
            Watch watch,
            RunInfo run,
            ServiceInfo service,
            Exports exports,
            Notes notes) {
        MetricsPage page = new MetricsPage((int) config.count(Setting.METRICS_SITES));
        try {
            exports.open(
                    Path.of(String.valueOf(config.text(Setting.OTLP_JAR))),
                    new ExportSource(
                            run.version(),
                            run.wallClock().instant(),
                            ServiceLabels.resource(service, log::line),
                            () -> metrics(page, watch.latest()),
                            log::line));
        } catch (IllegalArgumentException e) {
            String sentence = "option otlp.jar: nothing is exported: " + e.getMessage();
            log.line(sentence);
            notes.say("otlp", sentence);
        }
    }

    private static ExportSource.@Nullable Metrics metrics(MetricsPage page, @Nullable Observation seen) {
        return seen == null ? null : new ExportSource.Metrics(seen.at(), page.snapshots(seen));
    }
}
