package io.github.leasewarden.apps.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Jdk;
import io.github.leasewarden.apps.harness.RunningApp;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API must withstand. Malformed requests are in {@code HttpServerTest}. */
class HttpFaultsIT {
    private static final String CANARY = "canary-that-nobody-may-read";

    @TempDir
    Path temp;

    @Test
    void whereItIsOffNoClassOfItIsLoaded() throws Exception {
        Path off = temp.resolve("off.log");
        Path on = temp.resolve("on.log");
        run(off, "http.port=off");
        run(on, "http.port=0");
        assertThat(httpClasses(off)).isEmpty();
        assertThat(httpClasses(on)).as("the log would show them").isNotEmpty();
    }

    private static void run(Path log, String option) throws Exception {
        try (RunningApp app = Api.leaky(Jdk.running(), option)
                .jvmArgs("-Xlog:class+load:file=" + log)
                .start()) {
            Path report = app.reportDir().resolve("latest.json");
            long deadline = System.nanoTime() + 120_000_000_000L;
            while (!Files.exists(report) && System.nanoTime() - deadline < 0) {
                Thread.sleep(100);
            }
            assertThat(report).as(app.stderr()).exists();
            if (!option.endsWith("off")) {
                Api.of(app).get("/health");
            }
            app.terminate().await();
        }
    }

    private static List<String> httpClasses(Path log) throws Exception {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("io.github.leasewarden.core.http.")
                        || line.contains("io.github.leasewarden.core.snapshot.")
                        || line.contains("org.microhttp."))
                .toList();
    }

    @Test
    void ofManyExpensiveCallsOneRuns() throws Exception {
        try (RunningApp app = Api.leaky(Jdk.running()).start()) {
            Api api = Api.of(app);
            Map<String, Map<Integer, Long>> statuses = new TreeMap<>();
            ExecutorService clients = Executors.newFixedThreadPool(40);
            try {
                for (String path : List.of("/api/memory/gc", "/api/memory/snapshot")) {
                    List<CompletableFuture<Integer>> calls = new ArrayList<>();
                    for (int i = 0; i < 200; i++) {
                        calls.add(CompletableFuture.supplyAsync(() -> status(api, path), clients));
                    }
                    statuses.put(
                            path,
                            calls.stream()
                                    .map(CompletableFuture::join)
                                    .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
                }
            } finally {
                clients.shutdownNow();
            }
            System.out.println("200 concurrent expensive calls each: " + statuses);
            assertThat(statuses.get("/api/memory/gc"))
                    .containsOnlyKeys(200, 429)
                    .containsEntry(200, 1L);
            assertThat(statuses.get("/api/memory/snapshot")).containsKey(200);
            assertThat(statuses.get("/api/memory/snapshot").keySet()).isSubsetOf(200, 429);
            assertThat(api.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static int status(Api api, String path) {
        try {
            return api.send("POST", path, "").statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nobodyLeavesTheDirectory() throws Exception {
        try (RunningApp app = Api.leaky(Jdk.running()).start()) {
            Api api = Api.of(app);
            Files.writeString(app.reportDir().resolve("canary.jfr"), CANARY);
            Files.writeString(app.reportDir().getParent().resolve("canary.json"), CANARY);
            int tried = 0;
            for (String payload : payloads()) {
                String encoded = URLEncoder.encode(payload, StandardCharsets.UTF_8);
                for (String path : List.of(
                        "/api/memory/profile/" + encoded,
                        "/api/memory/snapshot/compare?snapshot1=" + encoded + "&snapshot2=" + encoded)) {
                    HttpResponse<byte[]> response = api.get(path);
                    assertThat(response.statusCode()).as(path).isEqualTo(404);
                    assertThat(OpenApi.text(response)).doesNotContain(CANARY);
                    tried++;
                }
            }
            assertThat(tried).isGreaterThanOrEqualTo(200);
        }
    }

    private static List<String> payloads() {
        List<String> payloads = new ArrayList<>();
        for (String up :
                List.of("../", "..\\", "..//", "....//", "%2e%2e%2f", "..%2f", "%252e%252e%252f", "..;/", "/", "./")) {
            for (int depth = 1; depth <= 3; depth++) {
                for (String end : List.of("canary.jfr", "canary.json", "canary", "profile-20261123T120000Z-1-1")) {
                    payloads.add(up.repeat(depth) + end);
                }
            }
        }
        payloads.addAll(List.of("profile-20261123T120000Z-1-1\0.jfr", "profile-20261123T120000Z-1-1/../../canary"));
        return payloads;
    }
}
