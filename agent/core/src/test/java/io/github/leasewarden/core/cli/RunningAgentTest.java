package io.github.leasewarden.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.VerdictState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that talk to an agent; here its answers are written down, {@code CommandsIT} has the real one. */
class RunningAgentTest {
    @TempDir
    private Path dir;

    /** By method and path: status and body. */
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private HttpServer server;

    record Answer(int status, String contentType, String body) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String key = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.put(key, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.put("token", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Answer answer = answers.getOrDefault(key, new Answer(404, "text/plain", "nothing here"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        Files.writeString(dir.resolve("http.port"), server.getAddress().getPort() + "\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCollectionIsAskedForAndTold() {
        answer(
                "POST /api/memory/gc",
                200,
                "{\"collected\":true,\"usedBeforeBytes\":188743680,\"usedAfterBytes\":22020096,\"freedBytes\":166723584,\"seconds\":0.0451}");
        Told told = Told.by("gc", "--dir", dir.toString());
        assertThat(told)
                .isEqualTo(
                        new Told(0, "heap 180 MiB -> 21.0 MiB, 159 MiB freed in 0.045 s" + System.lineSeparator(), ""));
    }

    @Test
    void aCollectionThatDidNotHappenIsNoSuccess() {
        answer(
                "POST /api/memory/gc",
                200,
                "{\"collected\":false,\"usedBeforeBytes\":1,\"usedAfterBytes\":1,\"freedBytes\":0,\"seconds\":0}");
        Told told = Told.by("gc", "--dir", dir.toString());
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains("-XX:+DisableExplicitGC");
    }

    @Test
    void aHistogramShowsItsLargestClasses() {
        answer(
                "POST /api/memory/snapshot",
                200,
                "{\"id\":\"h1\",\"type\":\"histogram\",\"pauseMillis\":40,\"instances\":12,\"bytes\":4096,"
                        + "\"top\":[{\"className\":\"com.acme.Order\",\"instances\":7,\"bytes\":2048}]}");
        Told told = Told.by("snapshot", "--dir", dir.toString());
        assertThat(told.lines())
                .containsExactly(
                        "snapshot h1: 12 objects, 4.0 KiB, paused 40 ms", "           7    2.0 KiB  com.acme.Order");
        assertThat(asked.get("POST /api/memory/snapshot")).contains("\"type\":\"histogram\"");
    }

    @Test
    void aHeapDumpSaysWhereItIs() {
        answer(
                "POST /api/memory/snapshot",
                200,
                "{\"id\":\"d1\",\"type\":\"heap\",\"live\":true,\"fileBytes\":1048576,\"file\":\"snapshots/d1.hprof\"}");
        Told told = Told.by("snapshot", "--type", "heap", "--dir", dir.toString());
        assertThat(told.lines()).containsExactly("snapshot d1: 1.0 MiB in snapshots/d1.hprof of the report directory");
    }

    @Test
    void monitorPrefersTheRunningAgentToItsLastReport() throws IOException {
        Files.writeString(
                dir.resolve("latest.json"), ReportJson.write(Shop.report(VerdictState.STEADY, "com.acme.Shop", 1)));
        answer("GET /api/memory/report", 200, ReportJson.write(Shop.report(VerdictState.LEAK, "com.acme.Shop", 672)));
        assertThat(Told.by("monitor", "--once", "--dir", dir.toString()).lines())
                .contains("verdict  leak");
    }

    @Test
    void aUrlNeedsNoDirectoryAndTheTokenIsSent() throws IOException {
        answer("GET /api/memory/report", 200, ReportJson.write(Shop.report(VerdictState.LEAK, "com.acme.Shop", 672)));
        Path token = Files.writeString(dir.resolve("token"), "s3cret\n");
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThat(Told.by("monitor", "--once", "--url", url, "--token-file", token.toString())
                        .status())
                .isZero();
        assertThat(asked.get("token")).isEqualTo("Bearer s3cret");
    }

    @Test
    void aMissingTokenIsAskedForByOption() {
        answer("POST /api/memory/gc", 401, "{}");
        assertThat(Told.by("gc", "--dir", dir.toString()).err()).contains("asks for a token", "--token-file");
    }

    @Test
    void theAgentsReasonIsPassedOn() {
        answers.put(
                "POST /api/memory/gc",
                new Answer(
                        429,
                        "application/problem+json",
                        "{\"title\":\"Too Many Requests\",\"detail\":\"a collection is asked for at most once a minute\"}"));
        Told told = Told.by("gc", "--dir", dir.toString());
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains("answers 429: a collection is asked for at most once a minute");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gc", "snapshot"})
    void withoutAnApiItSaysHowToStartIt(String command) throws IOException {
        Files.delete(dir.resolve("http.port"));
        Told told = Told.by(command, "--dir", dir.toString());
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains(dir.resolve("http.port").toString(), "http.port=0", "--url");
    }

    @Test
    void anAgentThatIsGoneIsNoStackTrace() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Told told = Told.by("gc", "--url", "http://127.0.0.1:" + free);
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err())
                .contains("nobody answers at http://127.0.0.1:" + free)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "127.0.0.1:80", "http:///x", "::"})
    void aUrlThatIsNoneIsNamed(String url) {
        Told told = Told.by("gc", "--url", url);
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains(url);
    }

    private void answer(String key, int status, String body) {
        answers.put(key, new Answer(status, "application/json", body));
    }
}
