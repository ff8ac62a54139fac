package io.github.leasewarden.otlp;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns a leak report into a log record: a sentence, and as attributes what one would search for or count by. The report itself stays where it was
 * written; a page of JSON helps nobody between log lines.
 */
final class ReportLog {
    static final String EVENT = "leasewarden.report";
    static final int MOST_FINGERPRINTS = 20;
    private static final int LONGEST = 1_000;
    private static final AttributeKey<List<String>> FINGERPRINTS =
            AttributeKey.stringArrayKey("leasewarden.suspects.fingerprints");

    private final Logger logger;

    /** @param sink takes each record, on the thread that brought the report */
    ReportLog(Origin origin, Consumer<LogRecordData> sink) {
        this.logger = SdkLoggerProvider.builder()
                .setResource(origin.resource())
                .addLogRecordProcessor((context, record) -> sink.accept(record.toLogRecordData()))
                .build()
                .loggerBuilder(origin.scope().getName())
                .setInstrumentationVersion(String.valueOf(origin.scope().getVersion()))
                .build();
    }

    void write(LeakReport report) {
        LogRecordBuilder record = logger.logRecordBuilder()
                .setContext(Context.root())
                .setTimestamp(report.generatedAt())
                .setEventName(EVENT);
        describe(report.verdict(), record);
        record.setAttribute("leasewarden.mode", report.agent().mode());
        record.setAttribute("leasewarden.suspects.count", report.suspects().size());
        record.setAttribute(
                FINGERPRINTS,
                report.suspects().stream()
                        .limit(MOST_FINGERPRINTS)
                        .map(SuspectEntry::fingerprint)
                        .toList());
        if (!report.suspects().isEmpty()) {
            describe(report.suspects().get(0), record);
        }
        record.emit();
    }

    private static void describe(VerdictEntry verdict, LogRecordBuilder record) {
        boolean leak = verdict.state() == VerdictState.LEAK;
        record.setSeverity(leak ? Severity.WARN : Severity.INFO);
        record.setSeverityText(leak ? "WARN" : "INFO");
        record.setBody(cut("verdict " + verdict.state().label() + ": " + verdict.reason()));
        record.setAttribute("leasewarden.verdict", verdict.state().label());
        record.setAttribute("leasewarden.verdict.confidence", verdict.confidence());
        record.setAttribute("leasewarden.verdict.slope_bytes_per_second", verdict.slopeBytesPerSecond());
        Long seconds = verdict.secondsToExhaustion();
        if (seconds != null) {
            record.setAttribute("leasewarden.verdict.exhaustion_seconds", seconds);
        }
    }

    private static void describe(SuspectEntry suspect, LogRecordBuilder record) {
        text(record, "fingerprint", suspect.fingerprint());
        text(record, "type", suspect.type().label());
        text(record, "kind", suspect.kind());
        text(record, "rule", suspect.rule());
        text(record, "class", suspect.className());
        text(record, "holder", suspect.holder());
        text(record, "frame", first(suspect.frames()));
        text(record, "evidence", first(suspect.evidence()));
        record.setAttribute("leasewarden.suspect.open", suspect.open());
        record.setAttribute("leasewarden.suspect.growth_per_minute", suspect.growthPerMinute());
        record.setAttribute("leasewarden.suspect.confidence", suspect.confidence());
        Long bytes = suspect.bytes();
        if (bytes != null) {
            record.setAttribute("leasewarden.suspect.bytes", bytes);
        }
    }

    private static void text(LogRecordBuilder record, String what, @Nullable String value) {
        if (value != null) {
            record.setAttribute("leasewarden.suspect." + what, cut(value));
        }
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
