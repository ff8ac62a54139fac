package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.RunningApp;
import io.github.leasewarden.otlp.Receiver;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real agent with the built exporter, and a simulated fleet from the built program: a receiver must not see a difference but in figures. */
class SimulatedPageIT {
    private static final Path FLEET_JAR =
            Path.of("target", "leasewarden-fleet.jar").toAbsolutePath();
    private static final Path OTLP_JAR = AppUnderAgent.agentJar()
            .resolveSibling("../../otlp/target/leasewarden-otlp.jar")
            .normalize();

    @TempDir
    private Path dir;

    @Test
    void aSimulatedAgentNamesItsMetricsAsARealOneDoes() throws Exception {
        Set<String> simulated = simulated();
        assertThat(simulated).hasSizeGreaterThan(25);
        try (Receiver receiver = new Receiver(null);
                RunningApp app = AppUnderAgent.main(
                                Path.of("target", "test-classes")
                                        .toAbsolutePath()
                                        .toString(),
                                PriceBoardMain.class.getName())
                        .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + receiver.port())
                        .env("OTEL_METRIC_EXPORT_INTERVAL", "1000")
                        .agent("otlp.jar=" + OTLP_JAR, "service=prices", "service.version=1.0", "mode=observe")
                        .agent("report.interval=1s", "sample.interval=1s", "heap.warmup=10m")
                        .deadline(Duration.ofMinutes(4))
                        .start()) {
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(descriptions(receiver.metrics()))
                            .as(app.stderr())
                            .containsAll(simulated));
            assertThat(receiver.metricResources().get(0))
                    .containsKeys("service.name", "service.version", "service.instance.id");
        }
    }

    private Set<String> simulated() throws IOException, InterruptedException {
        try (Receiver receiver = new Receiver(null)) {
            Path output = dir.resolve("output");
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            FLEET_JAR.toString(),
                            "simulate",
                            "--jvms",
                            "1",
                            "--versions",
                            "1",
                            "--otlp",
                            "http://127.0.0.1:" + receiver.port())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(program.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(output).content().startsWith("1 pages of metrics and 1 reports of 1 processes arrived");
            assertThat(receiver.metricResources())
                    .singleElement()
                    .satisfies(resource -> assertThat(resource)
                            .containsKeys("service.name", "service.version", "service.instance.id"));
            return descriptions(receiver.metrics());
        }
    }

    /** Name, type, unit and label names of each series, sorted. */
    private static Set<String> descriptions(List<Metric> metrics) {
        Set<String> descriptions = new TreeSet<>();
        for (Metric metric : metrics) {
            List<NumberDataPoint> points = metric.hasSum()
                    ? metric.getSum().getDataPointsList()
                    : metric.getGauge().getDataPointsList();
            for (NumberDataPoint point : points) {
                descriptions.add(metric.getName() + " " + metric.getDataCase() + " " + metric.getUnit() + " "
                        + point.getAttributesList().stream()
                                .map(KeyValue::getKey)
                                .sorted()
                                .toList());
            }
        }
        return descriptions;
    }
}
