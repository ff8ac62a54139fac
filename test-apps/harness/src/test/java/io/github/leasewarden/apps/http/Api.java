package io.github.leasewarden.apps.http;

import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Jdk;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client of a running agent. */
final class Api {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String address;
    private final List<String> headers;

    private Api(String address, List<String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** A program that leaks until it is closed, with the API on any free port. */
    static AppUnderAgent leaky(Jdk jdk, String... options) {
        List<String> all = new ArrayList<>(List.of("http.port=0", "sample.interval=1s", "heap.warmup=2s", "crowd=5"));
        all.addAll(List.of(options));
        return AppUnderAgent.main(
                        Path.of("target/test-classes").toAbsolutePath().toString(), LeakyMain.class.getName())
                .args("600")
                .on(jdk)
                .agent(all.toArray(String[]::new));
    }

    /** Waits until it listens and has observed something. */
    static Api of(RunningApp app) throws IOException, InterruptedException {
        Path file = app.reportDir().resolve("http.port");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() - deadline > 0 || !app.isAlive()) {
                throw new AssertionError("no " + file + "; standard error: " + app.stderr());
            }
            Thread.sleep(50);
        }
        return new Api("http://127.0.0.1:" + Files.readString(file).trim(), List.of());
    }

    /** Of any server. */
    static Api at(String address) {
        return new Api(address, List.of());
    }

    String address() {
        return address;
    }

    Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Api(address, more);
    }

    HttpResponse<byte[]> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }
}
