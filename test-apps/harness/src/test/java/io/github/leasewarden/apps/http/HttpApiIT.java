package io.github.leasewarden.apps.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.apps.harness.Jdk;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of a real agent in a real application, against the agent's own description. */
class HttpApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "correct-horse-battery-staple";
    private static final Set<String> PUBLIC = Set.of("GET /", "GET /openapi.json", "GET /leak-report.schema.json");

    @TempDir
    Path temp;

    private final Set<String> called = new TreeSet<>();

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void everyPathAnswersAsItIsDescribed(int jdk) throws Exception {
        try (RunningApp app = Api.leaky(Jdk.require(jdk)).start()) {
            Api api = Api.of(app);
            OpenApi description = OpenApi.of(api);
            reading(api, description);
            acting(api, description, app.reportDir());
            assertThat(called).isEqualTo(description.operations());
            assertThat(app.isAlive()).isTrue();
            assertThat(app.stderr()).doesNotContain("HTTP could not answer").contains("switched off");
        }
    }

    private void reading(Api api, OpenApi description) throws Exception {
        for (String path : new String[] {"/", "/openapi.json", "/leak-report.schema.json", "/health"}) {
            assertThat(call(api, description, "GET", path, "").statusCode()).isEqualTo(200);
        }
        call(api, description, "GET", "/metrics", "");
        for (String path : new String[] {
            "stats",
            "history",
            "leak-detection",
            "report",
            "subscriptions",
            "connection-pool",
            "stream-processor",
            "optimize",
            "snapshots"
        }) {
            assertThat(call(api, description, "GET", "/api/memory/" + path, "").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        JsonNode subscriptions = JSON.readTree(api.get("/api/memory/subscriptions?kind=subscription&state=open")
                .body());
        assertThat(subscriptions.path("sites"))
                .singleElement()
                .satisfies(
                        site -> assertThat(site.at("/site/frames/0").asText()).contains("LeakyMain.main"));
        assertThat(call(api, description, "GET", "/api/memory/subscriptions", "?state=x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call(api, description, "GET", "/api/memory/history", "?since=x")
                        .statusCode())
                .isEqualTo(400);
    }

    private void acting(Api api, OpenApi description, Path reportDir) throws Exception {
        String first = id(call(api, description, "POST", "/api/memory/snapshot", ""));
        String second = id(call(api, description, "POST", "/api/memory/snapshot", "{\"live\":false}"));
        HttpResponse<byte[]> compared = call(
                api,
                description,
                "GET",
                "/api/memory/snapshot/compare",
                "?snapshot1=" + first + "&snapshot2=" + second);
        assertThat(compared.statusCode()).as(OpenApi.text(compared)).isEqualTo(200);
        assertThat(call(api, description, "GET", "/api/memory/snapshot/compare", "?snapshot1=a&snapshot2=b")
                        .statusCode())
                .isEqualTo(404);

        JsonNode dump = JSON.readTree(call(api, description, "POST", "/api/memory/snapshot", "{\"type\":\"heap\"}")
                .body());
        Path file = reportDir.resolve(dump.path("file").asText());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.size(file)).isEqualTo(dump.path("fileBytes").asLong()).isPositive();
        assertThat(call(api, description, "POST", "/api/memory/snapshot", "{\"type\":\"heap\"}")
                        .statusCode())
                .as("a second heap dump so soon")
                .isEqualTo(429);

        HttpResponse<byte[]> profiled = call(api, description, "POST", "/api/memory/profile", "{\"seconds\":2}");
        JsonNode profile = JSON.readTree(profiled.body());
        assertThat(profile.path("sites"))
                .as(OpenApi.text(profiled))
                .anySatisfy(site -> assertThat(site.path("name").asText()).contains("LeakyMain.main"));
        HttpResponse<byte[]> recording = api.get(profile.path("download").asText());
        called.add("GET /api/memory/profile/{id}");
        description.assertDescribes("GET /api/memory/profile/{id}", recording);
        assertThat(recording.body())
                .startsWith('F', 'L', 'R')
                .hasSize(profile.path("fileBytes").asInt());

        assertThat(call(api, description, "POST", "/api/memory/gc", "").statusCode())
                .isEqualTo(200);
        assertThat(call(api, description, "POST", "/api/memory/gc", "").statusCode())
                .isEqualTo(429);
        assertThat(call(api, description, "POST", "/off", "").statusCode()).isEqualTo(200);
        assertThat(call(api, description, "POST", "/api/memory/off", "").statusCode())
                .isEqualTo(200);
        assertThat(JSON.readTree(api.get("/health").body()).path("off").asBoolean())
                .isTrue();
        Path latest = reportDir.resolve("latest.json");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(latest)
                        && JSON.readTree(Files.readString(latest))
                                .at("/agent/off/reason")
                                .asText()
                                .equals("a request to the HTTP API"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void withATokenNothingIsSaidToWhoDoesNotHaveIt(int jdk) throws Exception {
        Path file = Files.writeString(temp.resolve("token"), TOKEN);
        try (RunningApp app =
                Api.leaky(Jdk.require(jdk), "http.token-file=" + file).start()) {
            Api stranger = Api.of(app);
            Api friend = stranger.with("Authorization", "Bearer " + TOKEN);
            OpenApi description = OpenApi.of(stranger);
            for (String operation : description.operations()) {
                String[] parts = operation.split(" ");
                String path = parts[1].replace("{id}", "profile-20261123T120000Z-1-1");
                int expected = PUBLIC.contains(operation) ? 200 : 401;
                HttpResponse<byte[]> refused = stranger.send(parts[0], path, "");
                assertThat(refused.statusCode()).as(operation).isEqualTo(expected);
                description.assertDescribes(operation, refused);
                assertThat(stranger.with("Authorization", "Bearer " + TOKEN + "x")
                                .send(parts[0], path, "")
                                .statusCode())
                        .as("%s with a wrong token", operation)
                        .isEqualTo(expected);
                if (parts[0].equals("GET")) {
                    assertThat(friend.send("GET", path, "").statusCode())
                            .as("%s with the token", operation)
                            .isNotIn(401, 403, 405);
                    assertThat(friend.with("Origin", "http://evil.example")
                                    .send("GET", path, "")
                                    .statusCode())
                            .as("%s from a foreign page", operation)
                            .isEqualTo(403);
                } else {
                    assertThat(friend.send("GET", path, "").statusCode())
                            .as("GET %s", path)
                            .isEqualTo(405);
                }
            }
            assertThat(app.stderr()).contains("others can read the HTTP token").doesNotContain(TOKEN);
        }
    }

    /** {@code more} is a query if it begins with a question mark, else a body. */
    private HttpResponse<byte[]> call(Api api, OpenApi description, String method, String path, String more)
            throws IOException, InterruptedException {
        boolean query = more.startsWith("?");
        HttpResponse<byte[]> response = api.send(method, query ? path + more : path, query ? "" : more);
        called.add(method + " " + path);
        description.assertDescribes(method + " " + path, response);
        return response;
    }

    private static String id(HttpResponse<byte[]> response) throws IOException {
        assertThat(response.statusCode()).as(OpenApi.text(response)).isEqualTo(200);
        return JSON.readTree(response.body()).path("id").asText();
    }
}
