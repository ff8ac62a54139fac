package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.RunningApp;
import io.github.leasewarden.otlp.Receiver;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built agent and the built exporter in an ordinary application, and a receiver that reads the official messages. */
class OtlpIT {
    private static final Path JAR = AppUnderAgent.agentJar()
            .resolveSibling("../../otlp/target/leasewarden-otlp.jar")
            .normalize();

    @TempDir
    Path dir;

    private AppUnderAgent shop(int jdk, Path jar, String endpoint, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("otlp.jar=" + jar, "report.interval=1s", "heap.warmup=2s"));
        return Shop.program(ShopMain.class, jdk, dir, all.toArray(String[]::new))
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
                .env("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20secret")
                .env("OTEL_SERVICE_NAME", "shop")
                .env("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=live")
                .env("OTEL_METRIC_EXPORT_INTERVAL", "1000");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void reportsAndAllMetricsOfThePrometheusPageArrive(int jdk) throws Exception {
        try (Receiver receiver = new Receiver(null);
                RunningApp app = shop(jdk, JAR, "http://127.0.0.1:" + receiver.port(), "http.port=0")
                        .args("600", "10")
                        .start()) {
            Path port = app.reportDir().resolve("http.port");
            Shop.await(
                    "a report, and the metrics of the page",
                    () -> Files.exists(port)
                            && !receiver.logs().isEmpty()
                            && names(receiver).containsAll(scraped(port))
                            && names(receiver).contains("leasewarden_otlp_exported"));
            assertThat(receiver.requests())
                    .allMatch(
                            request -> "Bearer secret".equals(request.headers().getFirst("Authorization")));
            assertThat(receiver.resource())
                    .containsEntry("service.name", "shop")
                    .containsEntry("deployment.environment.name", "live")
                    .containsKey("service.instance.id");
            assertThat(new ObjectMapper()
                            .readTree(answer(port, "/health"))
                            .path("notes")
                            .toString())
                    .contains("OTLP logs: ", "OTLP metrics: ", " 0 dropped");
            assertThat(nonDaemons(app.threadDump())).containsExactly("main");

            AppRun run = app.terminate().await();
            run.assertNoHarm();
            assertThat(run.stdout()).isEmpty();
            assertThat(run.stderr()).doesNotContain("opentelemetry", "WARNING");
            assertThat(receiver.logs().get(receiver.logs().size() - 1).getTimeUnixNano())
                    .as("the report at exit is the last that was sent")
                    .isEqualTo(nanosOf(run.report().path("generatedAt").asText()));
        }
    }

    @Test
    void aReceiverThatIsAwayIsOneLineAndNothingToTheApplication() throws Exception {
        AppRun run = shop(17, JAR, "http://127.0.0.1:1")
                // would be named on standard error if anybody started logging
                .jvmArgs("-Djava.util.logging.manager=no.such.LogManager")
                .args("4", "5")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("80 orders, till of 2, fat\n");
        assertThat(lines(run.stderr(), "cannot be reached").filter(line -> line.contains("OTLP logs")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(run.stderr()).doesNotContain("at io.opentelemetry", "secret", "no.such.LogManager");
    }

    /** Missing, damaged, of another version, or settings it cannot use: each is said once, and among the notes of /health, and the application runs. */
    @Test
    void anExporterThatIsOfNoUseIsOneLine() throws Exception {
        String nowhere = "http://127.0.0.1:1";
        List<RunningApp> apps = List.of(
                shop(17, dir.resolve("absent.jar"), nowhere, "http.port=0")
                        .args("600", "5")
                        .start(),
                shop(17, Files.writeString(dir.resolve("broken.jar"), "PK"), nowhere, "http.port=0")
                        .args("600", "5")
                        .start(),
                shop(17, ofVersion("0.0.7"), nowhere, "http.port=0")
                        .args("600", "5")
                        .start(),
                shop(17, JAR, nowhere, "http.port=0")
                        .env("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
                        .args("600", "5")
                        .start());
        List<String> reasons =
                List.of("there is no file", "not a readable jar", "of version 0.0.7", "grpc is not spoken");
        try {
            for (int i = 0; i < apps.size(); i++) {
                RunningApp app = apps.get(i);
                String reason = reasons.get(i);
                Shop.await(reason, () -> app.stderr().contains(reason));
                Shop.await("a report nevertheless", () -> !app.reports().isEmpty());
                assertThat(lines(app.stderr(), "otlp.jar")).hasSize(1);
                Path port = app.reportDir().resolve("http.port");
                Shop.await(
                        "a note",
                        () -> Files.exists(port) && answer(port, "/health").contains(reason));
                assertThat(app.isAlive()).isTrue();
                assertThat(app.stdout()).isEmpty();
                assertThat(nonDaemons(app.threadDump())).containsExactly("main");
            }
        } finally {
            apps.forEach(RunningApp::close);
        }
    }

    private Path ofVersion(String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        Path jar = dir.resolve("older.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private static Set<String> names(Receiver receiver) {
        return receiver.metrics().stream().map(Metric::getName).collect(Collectors.toSet());
    }

    /** Series of the page with a figure, by the names that OpenTelemetry has for them: it does not know {@code _total}. */
    private static Set<String> scraped(Path port) {
        return answer(port, "/metrics")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.endsWith(" NaN"))
                .map(line -> line.split("[ {]", 2)[0].replaceFirst("_total$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String answer(Path port, String path) {
        try {
            return new String(
                    URI.create("http://127.0.0.1:" + Files.readString(port).trim() + path)
                            .toURL()
                            .openStream()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(String text, String part) {
        return text.lines().filter(line -> line.contains(part));
    }

    private static List<String> nonDaemons(String threads) {
        return threads.lines()
                .filter(line -> line.matches("\"[^\"]*\" #\\d+ .*") && !line.contains(" daemon "))
                .map(line -> line.split("\"")[1])
                .toList();
    }

    private static long nanosOf(String instant) {
        Instant at = Instant.parse(instant);
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }
}
