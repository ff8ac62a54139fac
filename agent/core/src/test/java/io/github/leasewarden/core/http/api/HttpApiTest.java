package io.github.leasewarden.core.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.Parts;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Something that nobody else makes. */
    private record Ballast(long number) {}

    @TempDir
    Path temp;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean off = new AtomicBoolean();
    private final AtomicInteger collections = new AtomicInteger();
    private HttpApi api;

    @AfterEach
    void close() {
        if (api != null) {
            api.close();
        }
    }

    @Test
    void everyEndpointIsDocumentedAndNothingElse() throws IOException {
        start("http.port=off", Parts.full());
        Set<String> documented = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : openApi().path("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> documented.add(method.toUpperCase(Locale.ROOT) + " "
                            + path.getKey().replace("{id}", "")));
        }
        assertThat(api.operations()).isEqualTo(documented);
    }

    @Test
    void nothingListensWhereThePortIsOff() {
        start("http.port=off", Parts.full());
        assertThat(told).isEmpty();
        assertThat(temp.resolve("reports")).doesNotExist();
    }

    @Test
    void thePortIsWrittenForTheOwnerAndRemovedAtTheEnd() throws Exception {
        start("http.port=0", Parts.full());
        Path file = temp.resolve("reports/http.port");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(told).singleElement().asString().endsWith(":" + port());
        api.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void aPortThatIsTakenIsOneLine() throws Exception {
        start("http.port=0", Parts.full());
        HttpApi first = api;
        told.clear();
        start("http.port=" + port(), Parts.full());
        assertThat(told)
                .singleElement()
                .asString()
                .contains("HTTP is not started")
                .contains("in use");
        first.close();
    }

    /** The exit of the JVM waits for it. */
    @Test
    void closingDoesNotWaitForAStartThatHangsWhichThenLeavesNothing() throws Exception {
        AgentConfig config = AgentConfig.read("http.port=0", new Properties(), Map.of(), told::add);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        HttpApi hanging = new HttpApi(
                config,
                reach(null, line -> {
                    told.add(line);
                    hang(mayGoOn);
                }),
                null);
        Thread starter = new Thread(() -> hanging.start(config));
        starter.setDaemon(true);
        starter.start();
        try {
            await().until(() -> !told.isEmpty());
            assertTimeoutPreemptively(Duration.ofSeconds(20), hanging::close);
        } finally {
            mayGoOn.countDown();
        }
        starter.join();
        assertThat(temp.resolve("reports/http.port")).doesNotExist();
        int port = URI.create(told.get(0).substring("HTTP on ".length())).getPort();
        await().until(() -> refuses(port));
    }

    @Test
    void anotherAddressWithoutTokenIsRefused() {
        start("http.port=0,http.bind=0.0.0.0", Parts.full());
        assertThat(told).singleElement().asString().contains("HTTP is not started", "http.token-file");
    }

    @Test
    void aTokenFileThatIsMissingKeepsTheServerDown() {
        start("http.port=0,http.token-file=" + temp.resolve("none"), Parts.full());
        assertThat(told).singleElement().asString().contains("HTTP is not started", "none");
    }

    @Test
    void beforeTheFirstObservationTheAnswerIsNotYet() throws Exception {
        start("http.port=0", null);
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/api/memory/history").statusCode()).isEqualTo(200);
    }

    @Test
    void subscriptionsAreFilteredByKindAndState() throws Exception {
        start("http.port=0", Parts.full());
        assertThat(json("/api/memory/subscriptions?kind=subscription&state=abandoned")
                        .path("matching")
                        .asInt())
                .isEqualTo(1);
        assertThat(json("/api/memory/subscriptions?kind=websocket").path("sites"))
                .isEmpty();
        assertThat(get("/api/memory/subscriptions?state=sleeping").body()).contains("state is one of");
        assertThat(get("/api/memory/subscriptions?limit=0").body()).contains("limit is a number between");
    }

    @Test
    void aCollectionIsAskedForOnceAMinute() throws Exception {
        start("http.port=0", Parts.full());
        assertThat(post("/api/memory/gc", "").statusCode()).isEqualTo(200);
        HttpResponse<String> second = post("/api/memory/gc", "");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(second.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(collections).hasValue(1);
    }

    @Test
    void twoHistogramsAreComparedByTheirNames() throws Exception {
        start("http.port=0", Parts.full());
        String first = snapshot("");
        List<Ballast> kept = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            kept.add(new Ballast(i));
        }
        String second = snapshot("{\"type\":\"histogram\",\"live\":true}");
        assertThat(kept).last().isEqualTo(new Ballast(999));
        JsonNode comparison =
                json("/api/memory/snapshot/compare?snapshot1=" + first + "&snapshot2=" + second + "&limit=1000");
        assertThat(comparison.path("grown")).anySatisfy(grown -> {
            assertThat(grown.path("className").asText()).isEqualTo(Ballast.class.getName());
            assertThat(grown.path("instancesChange").asLong()).isEqualTo(1000);
        });
        assertThat(json("/api/memory/snapshots").path("snapshots")).hasSize(2);
        assertThat(get("/api/memory/snapshot/compare?snapshot1=" + first).body())
                .contains("snapshot2");
    }

    @Test
    void aBodyThatIsNoRequestIsNamed() throws Exception {
        start("http.port=0", Parts.full());
        assertThat(post("/api/memory/snapshot", "{\"tpye\":\"heap\"}").body()).contains("\"status\" : 400", "tpye");
        assertThat(post("/api/memory/snapshot", "{\"type\":\"stack\"}").body()).contains("type is histogram or heap");
        assertThat(post("/api/memory/snapshot", "heap").statusCode()).isEqualTo(400);
        assertThat(post("/api/memory/profile", "{\"seconds\":3600}").body()).contains("between 1 and 60");
    }

    @Test
    void theOffSwitchIsReachable() throws Exception {
        start("http.port=0", Parts.full());
        assertThat(json("/health").path("off").asBoolean()).isFalse();
        assertThat(post("/off", "").body()).contains("\"off\" : true");
        assertThat(json("/health").path("status").asText()).isEqualTo("bad");
    }

    private void start(String options, Observation seen) {
        AgentConfig config = AgentConfig.read(options, new Properties(), Map.of(), told::add);
        api = new HttpApi(config, reach(seen, told::add), null);
        api.start(config);
    }

    private Reach reach(Observation seen, Consumer<String> tell) {
        return new Reach(
                () -> seen,
                () -> seen,
                () -> null,
                null,
                off::get,
                () -> off.set(true),
                collections::incrementAndGet,
                () -> () -> {},
                temp.resolve("reports"),
                tell);
    }

    private static void hang(CountDownLatch mayGoOn) {
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean refuses(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private int port() throws IOException {
        return Integer.parseInt(
                Files.readString(temp.resolve("reports/http.port")).trim());
    }

    private String snapshot(String body) throws Exception {
        return JSON.readTree(post("/api/memory/snapshot", body).body())
                .path("id")
                .asText();
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) throws IOException {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode openApi() throws IOException {
        return JSON.readTree(HttpApiTest.class.getResource("/openapi.json"));
    }
}
