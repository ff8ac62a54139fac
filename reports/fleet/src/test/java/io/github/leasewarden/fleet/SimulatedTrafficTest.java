package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.otlp.Receiver;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code simulate --otlp} sends, as a receiver reads it that knows the official messages. */
class SimulatedTrafficTest {
    private static final Simulation SIMULATION = new Simulation(new Simulation.Shape(4, 2, 3, 5, 2, 2, 5));
    private static final int PROCESSES = 12;
    private static final int REPORTS = 24;

    private Receiver receiver;

    @TempDir
    private Path dir;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver(null);
    }

    @AfterEach
    void close() {
        receiver.close();
        System.clearProperty("otel.exporter.otlp.headers");
    }

    private Fleet.Run simulate(String... more) {
        List<String> args = new ArrayList<>(List.of("simulate", "--otlp", "http://127.0.0.1:" + receiver.port()));
        args.addAll(List.of("--jvms", "4", "--services", "2", "--versions", "3", "--sites", "5"));
        args.addAll(List.of("--leaks", "2", "--reports-per-jvm", "2", "--seed", "5"));
        args.addAll(List.of(more));
        return Fleet.of(args.toArray(String[]::new));
    }

    @Test
    void eachProcessSendsItsMetricsAndReportsUnderItsOwnName() {
        Fleet.Run run = simulate();
        assertThat(run).returns(0, Fleet.Run::status).returns("", Fleet.Run::err);
        assertThat(run.out())
                .startsWith(
                        "12 pages of metrics and 24 reports of 12 processes arrived: 36 requests, 0 of them failed, ");
        assertThat(receiver.requests()).hasSize(PROCESSES + REPORTS);
        assertThat(names(receiver.metricResources()))
                .hasSize(PROCESSES)
                .doesNotHaveDuplicates()
                .contains("service-0 1.0 service-0-0", "service-1 1.2 service-1-3");
        assertThat(names(receiver.logResources()))
                .hasSize(REPORTS)
                .containsOnlyElementsOf(names(receiver.metricResources()));
    }

    @Test
    void reportsAreThoseThatWouldBeWrittenToFiles() {
        simulate();
        List<String> expected = new ArrayList<>();
        for (int process = 0; process < PROCESSES; process++) {
            for (int number = 0; number < 2; number++) {
                var report = SIMULATION.report(process, number);
                expected.add(
                        report.generatedAt() + " " + report.verdict().state().label() + " "
                                + report.suspects().size());
            }
        }
        assertThat(expected).anyMatch(line -> line.contains(" leak "));
        assertThat(receiver.logs().stream().map(SimulatedTrafficTest::text))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The figures are those of the process's last report. */
    @Test
    void metricsSayWhatTheReportSays() {
        simulate();
        List<Double> open = new ArrayList<>();
        for (int process = 0; process < PROCESSES; process++) {
            open.add(SIMULATION.report(process, 1).leases().stream()
                    .mapToDouble(lease -> lease.open())
                    .sum());
        }
        assertThat(receiver.metrics().stream()
                        .filter(metric -> metric.getName().equals("subscriptions_active_count"))
                        .map(Metric::getGauge)
                        .map(gauge -> gauge.getDataPoints(0).getAsDouble()))
                .containsExactlyInAnyOrderElementsOf(open);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aReceiverThatAsksForTimeGetsItAndLosesNothing(int status) {
        receiver.next(Receiver.status(status, "Retry-After", "2"));
        Fleet.Run run = simulate();
        assertThat(run).as(run.toString()).returns(0, Fleet.Run::status);
        assertThat(run.out()).contains("12 pages of metrics and 24 reports", "37 requests, 1 of them failed");
        assertThat(run.err()).contains("status " + status, "well again");
        assertThat(receiver.requests().get(receiver.requests().size() - 1).nanoTime()
                        - receiver.requests().get(0).nanoTime())
                .isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void whatIsRefusedIsCountedAndTheRestIsSent() {
        receiver.next(Receiver.status(400));
        Fleet.Run run = simulate();
        assertThat(run).as(run.toString()).returns(2, Fleet.Run::status);
        assertThat(run.out()).contains("11 pages of metrics and 24 reports", "36 requests, 1 of them failed");
        assertThat(run.err()).contains("status 400", "1 pages of metrics and 0 reports did not arrive");
    }

    @Test
    void whereNobodyListensItGivesUpWhenItsPatienceEnds() {
        receiver.close();
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Fleet.Run run = whileLogging(logged, () -> simulate("--patience", "0"));
        assertThat(run).as(run.toString()).returns(1, Fleet.Run::status);
        assertThat(run.out()).startsWith("0 pages of metrics and 0 reports of 12 processes arrived");
        assertThat(run.err()).contains("cannot be reached", "12 pages of metrics and 24 reports did not arrive");
        assertThat(logged).as("what the SDK says beside it").isEmpty();
    }

    private static Fleet.Run whileLogging(List<LogRecord> to, Supplier<Fleet.Run> work) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                to.add(record);
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger sdk = Logger.getLogger("io.opentelemetry");
        sdk.addHandler(handler);
        try {
            return work.get();
        } finally {
            sdk.removeHandler(handler);
        }
    }

    @Test
    void theStandardSettingsCountBesidesTheUrl() {
        System.setProperty("otel.exporter.otlp.headers", "X-Tenant=a");
        simulate();
        assertThat(receiver.requests())
                .hasSize(PROCESSES + REPORTS)
                .allMatch(request -> "a".equals(request.headers().getFirst("X-Tenant")));
    }

    @Test
    void filesAndTrafficMayBeWantedAtOnce() {
        Path files = dir.resolve("reports");
        Fleet.Run run = simulate("--out", files.toString());
        assertThat(run.out()).contains("24 reports of 12 processes, ", "24 reports of 12 processes arrived");
        assertThat(ReportFile.under(files)).hasSize(REPORTS);
    }

    private static List<String> names(List<Map<String, String>> resources) {
        return resources.stream()
                .map(each -> each.get("service.name") + " " + each.get("service.version") + " "
                        + each.get("service.instance.id"))
                .toList();
    }

    private static String text(io.opentelemetry.proto.logs.v1.LogRecord record) {
        Map<String, String> attributes = Receiver.texts(record.getAttributesList());
        return Instant.ofEpochSecond(0, record.getTimeUnixNano()) + " " + attributes.get("leasewarden.verdict") + " "
                + attributes.get("leasewarden.suspects.count");
    }
}
