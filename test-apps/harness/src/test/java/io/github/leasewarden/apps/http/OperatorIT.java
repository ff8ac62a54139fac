package io.github.leasewarden.apps.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Jdk;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as its operator sees it: every path with and without the token, every command, the page, a real Prometheus. */
class OperatorIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "an-operator-knows-this-token";
    private static final String AUTHORIZATION = "Authorization";
    private static final Set<String> PUBLIC = Set.of("GET /", "GET /openapi.json", "GET /leak-report.schema.json");
    private static final Set<String> OFF = Set.of("POST /off", "POST /api/memory/off");
    private static final String LEAKING_LINE = "OrderRepository.save";

    @TempDir
    private static Path dir;

    private static RunningApp demo;
    private static Path token;
    private static Api stranger;
    private static Api operator;

    @BeforeAll
    static void startTheDemo() throws Exception {
        token = Files.writeString(dir.resolve("token"), TOKEN);
        demo = demo("http.token-file=" + token).start();
        stranger = Api.of(demo);
        operator = stranger.with(AUTHORIZATION, "Bearer " + TOKEN);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> OpenApi.text(operator.get("/api/memory/report")).contains(LEAKING_LINE));
        // a lease that leaked is told by check at once, and by the verdict once the warm-up is over
        String reports = demo.reportDir().toString();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> command("check", "--dir", reports).contains(LEAKING_LINE)
                        && command("report", "--dir", reports).contains(LEAKING_LINE));
    }

    private static AppUnderAgent demo(String... options) {
        return AppUnderAgent.app("demo")
                .on(Jdk.running())
                .onNeo4j()
                .args("--seconds", "600")
                .agent("http.port=0", "sample.interval=1s", "report.interval=1s", "heap.warmup=5s", "owner.grace=5s")
                .agent("gc.on-pool-pressure=1s", "ttl.subscription=3s")
                .agent(options)
                .deadline(Duration.ofMinutes(15));
    }

    @AfterAll
    static void stopTheDemo() {
        demo.close();
    }

    @Test
    void everyPathIsOpenToTheOperatorAndClosedToStrangers() throws Exception {
        OpenApi description = OpenApi.of(stranger);
        List<String> operations = new ArrayList<>(description.operations());
        operations.removeAll(OFF);
        for (String operation : operations) {
            String[] parts = operation.split(" ");
            String path = parts[1].replace("{id}", "profile-20261123T120000Z-1-1");
            String body = path.endsWith("/profile") ? "{\"seconds\":1}" : "";
            HttpResponse<byte[]> refused = stranger.send(parts[0], path, body);
            assertThat(refused.statusCode())
                    .as("%s without the token", operation)
                    .isEqualTo(PUBLIC.contains(operation) ? 200 : 401);
            HttpResponse<byte[]> answer = operator.send(parts[0], path, body);
            assertThat(answer.statusCode())
                    .as("%s with the token: %s", operation, OpenApi.text(answer))
                    .isIn(path.contains("compare") ? 400 : path.contains("profile-") ? 404 : 200, 429);
            description.assertDescribes(operation, answer);
        }
        assertThat(JSON.readTree(operator.get("/api/memory/connection-pool").body())
                        .at("/pools/0/max")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void everyCommandTellsOfTheDemo() throws Exception {
        String reports = demo.reportDir().toString();
        assertThat(command("report", "--dir", reports)).contains(LEAKING_LINE);
        assertThat(command("monitor", "--once", "--dir", reports, "--token-file", token.toString()))
                .contains("neo4j-session");
        assertThat(command("snapshot", "--dir", reports, "--token-file", token.toString()))
                .contains("objects");
        assertThat(command("gc", "--dir", reports, "--token-file", token.toString()))
                .isNotBlank();
        assertThat(command("check", "--dir", reports)).startsWith("exit 3");
        Path page = dir.resolve("report.html");
        command("report", "--dir", reports, "--html", page.toString());
        assertThat(page).content().contains(LEAKING_LINE);
        assertThat(command("version")).contains("leasewarden");
        assertThat(command("diff", newest(1).toString(), newest(0).toString())).isNotBlank();
    }

    @Test
    void thePageShowsTheLeakingLineInChromium() throws Exception {
        String chromium = need("chromium");
        try (RunningApp open = demo().start()) {
            Api api = Api.of(open);
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> OpenApi.text(api.get("/api/memory/report")).contains(LEAKING_LINE));
            String shown = run(
                    chromium,
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--user-data-dir=" + dir.resolve("chromium"),
                    "--virtual-time-budget=15000",
                    "--dump-dom",
                    api.address() + "/");
            assertThat(shown).contains(LEAKING_LINE).contains("neo4j-session");
        }
    }

    @Test
    void aRealPrometheusScrapesTheDemo() throws Exception {
        String prometheus = need("prometheus");
        int port;
        try (ServerSocket any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
        Path config = Files.writeString(dir.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s}
                scrape_configs:
                  - job_name: demo
                    authorization: {credentials_file: %s}
                    static_configs: [{targets: ['%s']}]
                """.formatted(
                        token, stranger.address().substring("http://".length())));
        Process server = new ProcessBuilder(
                        prometheus,
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + dir.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("prometheus.log").toFile())
                .start();
        try {
            Api queries = Api.at("http://127.0.0.1:" + port);
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(JSON.readTree(queries.get("/api/v1/query?query=connections_pool_size")
                                                    .body())
                                            .at("/data/result/0/value/1")
                                            .asDouble())
                                    .isPositive());
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static Path newest(int back) throws IOException {
        try (var files = Files.list(demo.reportDir())) {
            List<Path> reports = files.filter(
                            file -> file.getFileName().toString().startsWith("leak-report-"))
                    .sorted()
                    .toList();
            return reports.get(reports.size() - 1 - back);
        }
    }

    private static String command(String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", agentJar()));
        command.addAll(List.of(words));
        return run(command.toArray(String[]::new));
    }

    private static String agentJar() {
        return Path.of(System.getProperty("leasewarden.root", "../.."), "agent/core/target/leasewarden-agent.jar")
                .toString();
    }

    /** What it printed, with its exit status before. */
    private static String run(String... command) throws Exception {
        Path output = Files.createTempFile(dir, "output", "");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return "exit " + process.exitValue() + "\n" + Files.readString(output, StandardCharsets.UTF_8);
    }

    private static String need(String program) {
        for (String place : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(place, program))) {
                return Path.of(place, program).toString();
            }
        }
        String message = "SKIPPED: " + program + " is missing; on Debian: apt-get install " + program;
        System.err.println("\n!!! " + message + "\n");
        Assumptions.abort(message);
        throw new AssertionError(message);
    }
}
