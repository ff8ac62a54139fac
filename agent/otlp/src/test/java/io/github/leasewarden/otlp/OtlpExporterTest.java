package io.github.leasewarden.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.export.ExportCount;
import io.github.leasewarden.reports.VerdictState;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exporter against a receiver on loopback that reads the official messages. */
class OtlpExporterTest {
    @TempDir
    Path dir;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private Receiver receiver;
    private OtlpExporter exporter;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @AfterAll
    static void forgetPatience() {
        Awaitility.reset();
    }

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver(null);
    }

    @AfterEach
    void close() {
        if (exporter != null) {
            exporter.close(Duration.ofSeconds(2));
        }
        receiver.close();
    }

    private void start() {
        settings.putIfAbsent("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + receiver.port());
        settings.putIfAbsent("otel.metric.export.interval", "3600000");
        OtlpExporter made = new OtlpExporter(settings);
        made.start(Samples.source(told::add));
        exporter = made;
    }

    private void report() {
        exporter.report(Samples.report(VerdictState.LEAK, Samples.suspect(1, "aaa")));
    }

    private ExportCount logs() {
        return exporter.counts().get(0);
    }

    private ExportCount metrics() {
        return exporter.counts().get(1);
    }

    @Test
    void aReportArrivesAsALogRecord() {
        start();
        report();
        await().until(() -> logs().exported() == 1);
        LogRecord record = receiver.logs().get(0);
        assertThat(record.getEventName()).isEqualTo("leasewarden.report");
        assertThat(record.getBody().getStringValue()).startsWith("verdict leak: Orders.feed");
        assertThat(Receiver.texts(record.getAttributesList()))
                .containsEntry("leasewarden.suspect.fingerprint", "aaa")
                .containsEntry("leasewarden.verdict", "leak");
        assertThat(receiver.resource())
                .containsEntry("service.name", "shop")
                .containsEntry("service.version", "7")
                .containsEntry("deployment.environment.name", "live");
        assertThat(receiver.requests().get(0).headers().getFirst("Content-Type"))
                .isEqualTo("application/x-protobuf");
        assertThat(told).singleElement().asString().contains("/v1/logs");
    }

    @Test
    void metricsArriveAtEveryInterval() {
        settings.put("otel.metric.export.interval", "1000");
        start();
        await().until(() -> metrics().exported() >= 2);
        assertThat(receiver.metrics().stream().map(Metric::getName))
                .contains("leasewarden_leases_opened", "leasewarden_build_info");
        Metric opened = receiver.metrics().stream()
                .filter(metric -> metric.getName().equals("leasewarden_leases_opened"))
                .findFirst()
                .orElseThrow();
        assertThat(opened.getSum().getIsMonotonic()).isTrue();
        assertThat(opened.getSum().getDataPoints(0).getAsDouble()).isEqualTo(7);
    }

    @Test
    void headersAndCompressionAreThoseOfTheSettings() {
        settings.put("otel.exporter.otlp.headers", "Authorization=Bearer%20secret,X-Tenant=a");
        settings.put("otel.exporter.otlp.logs.compression", "gzip");
        start();
        report();
        await().until(() -> logs().exported() == 1);
        Receiver.Request request = receiver.requests().get(0);
        assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer secret");
        assertThat(request.headers().getFirst("X-Tenant")).isEqualTo("a");
        assertThat(request.headers().getFirst("Content-Encoding")).isEqualTo("gzip");
        assertThat(receiver.logs()).hasSize(1);
    }

    @Test
    void eachSignalMayGoItsOwnWay() {
        settings.put("otel.exporter.otlp.logs.endpoint", "http://127.0.0.1:" + receiver.port() + "/elsewhere");
        start();
        report();
        await().until(() -> logs().exported() == 1);
        assertThat(receiver.requests().get(0).path()).isEqualTo("/elsewhere");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aReceiverThatAsksForTimeGetsIt(int status) {
        receiver.next(Receiver.status(status, "Retry-After", "3"));
        start();
        report();
        await().until(() -> logs().exported() == 1);
        List<Receiver.Request> requests = receiver.requests();
        assertThat(requests).hasSize(2);
        assertThat(Duration.ofNanos(requests.get(1).nanoTime() - requests.get(0).nanoTime()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(logs().failed()).isEqualTo(1);
        assertThat(logs().dropped()).isZero();
        assertThat(told).filteredOn(line -> line.contains("status " + status)).hasSize(1);
        assertThat(told).last().asString().contains("well again");
    }

    @Test
    void aReceiverThatIsDownIsTriedAgain() {
        receiver.next(exchange -> exchange.close(), Receiver.status(502));
        start();
        report();
        await().until(() -> logs().exported() == 1);
        assertThat(logs().failed()).isEqualTo(2);
        assertThat(told).filteredOn(line -> line.contains("cannot be reached")).hasSize(1);
    }

    @Test
    void whereNobodyListensReportsWait() {
        settings.put("otel.exporter.otlp.endpoint", "http://127.0.0.1:1");
        start();
        report();
        report();
        await().until(() -> logs().failed() >= 2);
        assertThat(logs().waiting()).isBetween(1, 2);
        assertThat(told)
                .filteredOn(line -> line.contains("127.0.0.1:1/v1/logs cannot be reached"))
                .hasSize(1);
        exporter.close(Duration.ofSeconds(20));
        assertThat(logs().dropped()).isEqualTo(2);
        assertThat(told).last().asString().contains("2 reports").contains("could not be sent before the exit");
    }

    @Test
    void aSlowReceiverHoldsNobodyUp() {
        CountDownLatch asleep = new CountDownLatch(1);
        receiver.next(exchange -> asleep.await());
        settings.put("otel.exporter.otlp.timeout", "500");
        start();
        report();
        await().until(() -> logs().exported() == 1);
        asleep.countDown();
        assertThat(logs().failed()).isEqualTo(1);
        assertThat(receiver.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 302})
    void whatIsRefusedForGoodIsCountedAndNotSentAgain(int status) {
        receiver.next(Receiver.status(status, "Location", "http://127.0.0.1:1/"));
        start();
        report();
        await().until(() -> logs().dropped() == 1);
        report();
        await().until(() -> logs().exported() == 1);
        assertThat(receiver.requests()).hasSize(2);
        assertThat(told).filteredOn(line -> line.contains("status " + status)).hasSize(1);
    }

    @Test
    void aReportThatTheReceiverDidNotKeepIsCountedAsDropped() {
        receiver.next(Receiver.message(ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(1)
                        .setErrorMessage("no room"))
                .build()
                .toByteArray()));
        start();
        report();
        await().until(() -> logs().dropped() == 1);
        assertThat(logs().exported()).isZero();
        assertThat(told).last().asString().contains("rejected 1 of it: no room");
    }

    @Test
    void aPageOfWhichTheReceiverKeptAPartCountsAsExportedAndIsTold() {
        settings.put("otel.metric.export.interval", "1000");
        receiver.always(Receiver.message(ExportMetricsServiceResponse.newBuilder()
                .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                        .setRejectedDataPoints(2)
                        .setErrorMessage("too old"))
                .build()
                .toByteArray()));
        start();
        await().until(() -> metrics().exported() >= 2);
        assertThat(metrics().dropped()).isZero();
        assertThat(told)
                .filteredOn(line -> line.contains("rejected 2 of it: too old"))
                .hasSize(1);
    }

    @Test
    void aSelfSignedCertificateIsTrustedIfTheSettingNamesIt() throws Exception {
        receiver.close();
        SelfSigned own = SelfSigned.make(dir, "own", "IP:127.0.0.1");
        receiver = new Receiver(own.context());
        settings.put("otel.exporter.otlp.endpoint", "https://127.0.0.1:" + receiver.port());
        settings.put("otel.exporter.otlp.certificate", own.certificate().toString());
        settings.put("otel.exporter.otlp.headers", "Authorization=Bearer%20secret");
        start();
        report();
        await().until(() -> logs().exported() == 1);
        assertThat(receiver.requests().get(0).headers().getFirst("Authorization"))
                .isEqualTo("Bearer secret");
    }

    @ParameterizedTest
    @CsvSource({"IP:127.0.0.1,false", "DNS:elsewhere.example,true"})
    void aCertificateOfSomebodyElseIsNot(String host, boolean named) throws Exception {
        receiver.close();
        SelfSigned foreign = SelfSigned.make(dir, "foreign", host);
        SelfSigned other = SelfSigned.make(dir, "other", "IP:127.0.0.1");
        receiver = new Receiver(foreign.context());
        settings.put("otel.exporter.otlp.endpoint", "https://127.0.0.1:" + receiver.port());
        settings.put(
                "otel.exporter.otlp.certificate",
                (named ? foreign : other).certificate().toString());
        start();
        report();
        await().until(() -> logs().failed() >= 1);
        assertThat(receiver.requests()).isEmpty();
        assertThat(told).filteredOn(line -> line.contains("cannot be reached")).hasSize(1);
    }

    @Test
    void atTheEndWhatWaitsIsSentWithTheLastMetrics() {
        start();
        report();
        exporter.close(Duration.ofSeconds(30));
        assertThat(receiver.logs()).hasSize(1);
        assertThat(receiver.metrics()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "otel.exporter.otlp.protocol|grpc|protocol grpc is not spoken",
                "otel.exporter.otlp.logs.protocol|http/json|OTEL_EXPORTER_OTLP_LOGS_PROTOCOL=http/protobuf",
                "otel.exporter.otlp.endpoint|ftp://host|ftp",
                "otel.exporter.otlp.endpoint|nonsense|nonsense",
                "otel.exporter.otlp.certificate|/no/such/file|/no/such/file",
                "otel.exporter.otlp.compression|brotli|one of: [gzip]",
                "otel.exporter.otlp.timeout|soon|otel.exporter.otlp.timeout",
                "otel.metric.export.interval|often|otel.metric.export.interval"
            })
    void aSettingThatMakesNoSenseIsNamed(String key, String value, String sentence) {
        settings.put(key, value);
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
