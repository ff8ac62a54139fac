package io.github.leasewarden.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.export.ExportSource;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictState;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.resources.Resource;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The agent's records in OpenTelemetry's words. */
class ConversionTest {
    private static final Origin ORIGIN = new Origin(
            Resource.empty(),
            InstrumentationScopeInfo.builder("io.github.leasewarden")
                    .setVersion("1.2.3")
                    .build());

    private static Map<String, MetricData> page() {
        return new MetricPage(ORIGIN, Samples.STARTED)
                .of(new ExportSource.Metrics(Samples.AT, Samples.snapshots())).stream()
                        .collect(Collectors.toMap(MetricData::getName, Function.identity()));
    }

    @Test
    void aCounterIsACumulativeSumSinceTheAgentsStart() {
        MetricData opened = page().get("leasewarden_leases_opened");
        assertThat(opened.getType()).isEqualTo(MetricDataType.DOUBLE_SUM);
        assertThat(opened.getDoubleSumData().isMonotonic()).isTrue();
        DoublePointData point = opened.getDoubleSumData().getPoints().iterator().next();
        assertThat(point.getValue()).isEqualTo(7);
        assertThat(point.getAttributes().get(AttributeKey.stringKey("kind"))).isEqualTo("websocket");
        assertThat(point.getStartEpochNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(Samples.STARTED.toEpochMilli()));
        assertThat(point.getEpochNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(Samples.AT.toEpochMilli()));
    }

    @Test
    void namesAreThoseOfThePrometheusPageAndUnitsFollowFromThem() {
        assertThat(page())
                .containsOnlyKeys(
                        "leasewarden_leases_opened",
                        "leasewarden_heap_max_bytes",
                        "leasewarden_build_info",
                        "leasewarden_verdict");
        assertThat(page().get("leasewarden_heap_max_bytes").getUnit()).isEqualTo("By");
        assertThat(page().get("leasewarden_leases_opened").getUnit()).isEmpty();
    }

    @Test
    void aStateIsOneAndTheOthersAreZero() {
        Map<String, Double> states = page().get("leasewarden_verdict").getDoubleGaugeData().getPoints().stream()
                .collect(Collectors.toMap(
                        point -> point.getAttributes().get(AttributeKey.stringKey("leasewarden_verdict")),
                        DoublePointData::getValue));
        assertThat(states).containsOnly(Map.entry("leak", 1.0), Map.entry("steady", 0.0));
    }

    @Test
    void aFamilyNobodyKnowsHowToConvertIsNotLeftOutSilently() {
        MetricSnapshots strange =
                new MetricSnapshots(UnknownSnapshot.builder().name("strange").build());
        MetricPage page = new MetricPage(ORIGIN, Samples.STARTED);
        assertThatThrownBy(() -> page.of(new ExportSource.Metrics(Samples.AT, strange)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strange");
    }

    private static LogRecordData record(VerdictState state, SuspectEntry... suspects) {
        List<LogRecordData> records = new ArrayList<>();
        new ReportLog(ORIGIN, records::add).write(Samples.report(state, suspects));
        return records.get(0);
    }

    private static String text(LogRecordData record, String attribute) {
        return record.getAttributes().get(AttributeKey.stringKey("leasewarden." + attribute));
    }

    @Test
    void aReportIsASentenceWithItsTopSuspect() {
        LogRecordData record = record(VerdictState.LEAK, Samples.suspect(1, "aaa"), Samples.suspect(2, "bbb"));
        assertThat(record.getBodyValue().asString())
                .isEqualTo("verdict leak: Orders.feed opens subscriptions and does not release them.");
        assertThat(record.getSeverity()).isEqualTo(Severity.WARN);
        assertThat(record.getTimestampEpochNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(Samples.AT.toEpochMilli()));
        assertThat(text(record, "verdict")).isEqualTo("leak");
        assertThat(text(record, "suspect.fingerprint")).isEqualTo("aaa");
        assertThat(text(record, "suspect.type")).isEqualTo("site");
        assertThat(text(record, "suspect.frame")).isEqualTo("com.acme.Orders.feed(Orders.java:29)");
        assertThat(record.getAttributes().get(AttributeKey.longKey("leasewarden.suspect.open")))
                .isEqualTo(672);
        assertThat(record.getAttributes().get(AttributeKey.stringArrayKey("leasewarden.suspects.fingerprints")))
                .containsExactly("aaa", "bbb");
        assertThat(record.getInstrumentationScopeInfo().getVersion()).isEqualTo("1.2.3");
    }

    @Test
    void aReportWithoutSuspectsIsInformation() {
        LogRecordData record = record(VerdictState.STEADY);
        assertThat(record.getSeverity()).isEqualTo(Severity.INFO);
        assertThat(text(record, "suspect.fingerprint")).isNull();
        assertThat(record.getAttributes().get(AttributeKey.longKey("leasewarden.suspects.count")))
                .isZero();
    }

    @Test
    void aRecordIsBoundedHoweverManySuspectsThereAre() {
        SuspectEntry[] many = IntStream.rangeClosed(1, 500)
                .mapToObj(rank -> Samples.suspect(rank, "f" + rank))
                .toArray(SuspectEntry[]::new);
        LogRecordData record = record(VerdictState.GROWING, many);
        assertThat(record.getAttributes().get(AttributeKey.stringArrayKey("leasewarden.suspects.fingerprints")))
                .hasSize(ReportLog.MOST_FINGERPRINTS)
                .startsWith("f1");
        assertThat(record.getAttributes().get(AttributeKey.longKey("leasewarden.suspects.count")))
                .isEqualTo(500);
    }
}
