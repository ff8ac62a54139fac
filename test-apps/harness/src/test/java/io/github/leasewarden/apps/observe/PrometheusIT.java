package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Prometheus scrapes a running application; its own tools judge metrics, rules and dashboard. */
class PrometheusIT {
    private static final Set<String> ORIGINAL = Set.of(
            "memory_heap_used_bytes",
            "memory_heap_percentage",
            "subscriptions_active_count",
            "connections_pool_size",
            "stream_processor_backpressure_active");
    private static final String TOKEN = "a-token-of-more-than-sixteen-letters";

    @TempDir
    Path dir;

    private static void require(String program) {
        for (String place : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(place, program))) {
                return;
            }
        }
        String message = "SKIPPED: " + program + " is missing; on Debian: apt-get install prometheus";
        System.err.println(message);
        Assumptions.abort(message);
    }

    /** An application with a broken setting of its own for the same library: ours must not read it. */
    private RunningApp shop(int jdk) throws IOException {
        Path token = Files.writeString(dir.resolve("token"), TOKEN);
        return Shop.program(ShopMain.class, jdk, dir, "http.port=0", "http.token-file=" + token, "heap.warmup=2s")
                .jvmArgs("-Dio.prometheus.metrics.exemplars_enabled=nonsense")
                .args("600", "10")
                .start();
    }

    private static String port(RunningApp app) throws InterruptedException, IOException {
        Path file = app.reportDir().resolve("http.port");
        Shop.await("the API's port", () -> Files.exists(file));
        return Files.readString(file).trim();
    }

    private static String scrape(String port, String accept) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + TOKEN);
        connection.setRequestProperty("Accept", accept);
        if (connection.getResponseCode() != 200) {
            return "";
        }
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A scrape after the first collection and the first look at pool and leases. */
    private static String fullScrape(String port) throws InterruptedException, IOException {
        Shop.await("figures of heap, pool and sites", () -> {
            try {
                String text = scrape(port, "text/plain");
                return text.contains("leasewarden_pool_max_connections{")
                        && text.contains("leasewarden_site_info{")
                        && !text.contains("memory_heap_used_bytes NaN");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return scrape(port, "text/plain");
    }

    private String tool(String input, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(MonitoringFiles.FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectInput(Files.writeString(Files.createTempFile(dir, "in", ""), input)
                        .toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + output;
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void prometheusScrapesTheFiveNamesWithABearerToken(int jdk) throws Exception {
        require("prometheus");
        try (RunningApp app = shop(jdk)) {
            String port = port(app);
            int own = freePort();
            Path config = Files.writeString(dir.resolve("prometheus.yml"), """
                    global: {scrape_interval: 1s, evaluation_interval: 1s}
                    rule_files: [%s, %s]
                    scrape_configs:
                      - job_name: shop
                        authorization: {credentials_file: %s}
                        static_configs: [{targets: ['127.0.0.1:%s']}]
                    """.formatted(
                            MonitoringFiles.rules("leasewarden-alerts"),
                            MonitoringFiles.rules("leasewarden-recording"),
                            dir.resolve("token"),
                            port));
            Process prometheus = new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + config,
                            "--storage.tsdb.path=" + dir.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + own)
                    .redirectErrorStream(true)
                    .redirectOutput(dir.resolve("prometheus.log").toFile())
                    .start();
            try {
                for (String name : ORIGINAL) {
                    Shop.await(name + " in Prometheus", () -> !query(own, name).isEmpty());
                }
                assertThat(query(own, "connections_pool_size").at("/0/value/1").asText())
                        .isEqualTo("2");
                assertThat(query(own, "up{job=\"shop\"}").at("/0/value/1").asText())
                        .isEqualTo("1");
                assertThat(query(own, "leasewarden_pool_connections")
                                .at("/0/metric/address")
                                .asText())
                        .isEqualTo("db://till:7687");
                for (String name : MonitoringFiles.recorded()) {
                    Shop.await(
                            name + ", which is recorded",
                            () -> !query(own, name).isEmpty());
                }
                assertThat(query(own, "service_version_site:leasewarden_site_open_leases:sum{kind=\"order\"}")
                                .at("/0/metric/place")
                                .asText())
                        .matches("io\\.github\\.leasewarden\\.apps\\.observe\\..+\\(.+\\.java:\\d+\\)");
                for (String expression : MonitoringFiles.dashboardExpressions()) {
                    assertThat(answer(own, expression).path("status").asText())
                            .as(expression)
                            .isEqualTo("success");
                }
            } finally {
                prometheus.destroy();
                prometheus.waitFor();
            }
        }
    }

    @Test
    void promtoolHasNothingToSayAboutOurOwnNames() throws Exception {
        require("promtool");
        try (RunningApp app = shop(17)) {
            String verdict = tool(fullScrape(port(app)), "promtool", "check", "metrics");
            List<String> complaints = verdict.lines()
                    .skip(1)
                    .filter(line -> ORIGINAL.stream().noneMatch(line::startsWith))
                    .toList();
            assertThat(complaints).as("names we were free to choose").isEmpty();
        }
    }

    @Test
    void theRulesAreValidAndTheirTestsPass() throws Exception {
        require("promtool");
        for (String rules : MonitoringFiles.RULES) {
            assertThat(tool("", "promtool", "check", "rules", rules + ".yml")).startsWith("0\n");
            assertThat(tool("", "promtool", "test", "rules", rules + "-test.yml"))
                    .startsWith("0\n");
        }
    }

    @Test
    void everyMetricOfDashboardsAndRulesIsInTheScrape() throws Exception {
        try (RunningApp app = shop(17)) {
            String port = port(app);
            String scrape = fullScrape(port);
            Set<String> served = new TreeSet<>();
            scrape.lines().filter(line -> !line.startsWith("#")).forEach(line -> served.add(line.split("[ {]", 2)[0]));
            assertThat(served).containsAll(ORIGINAL).containsAll(MonitoringFiles.metrics());
            assertThat(MonitoringFiles.recorded()).containsAll(MonitoringFiles.recordedThatDashboardsUse());
            assertThat(scrape(port, "application/openmetrics-text; version=1.0.0"))
                    .endsWith("# EOF\n");
        }
    }

    private static JsonNode query(int port, String expression) {
        try {
            return answer(port, expression).at("/data/result");
        } catch (IOException notYetListening) {
            return new ObjectMapper().createArrayNode();
        }
    }

    private static JsonNode answer(int port, String expression) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port
                        + "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .toURL()
                .openConnection();
        boolean good = connection.getResponseCode() == 200;
        return new ObjectMapper().readTree(good ? connection.getInputStream() : connection.getErrorStream());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
