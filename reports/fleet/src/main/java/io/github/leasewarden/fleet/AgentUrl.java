package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A running agent, asked for its report over its HTTP API. */
record AgentUrl(URI report, @Nullable String token, HttpClient client) implements ReportSource {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /**
     * One agent for each line of the file, as {@code http://host:port}; empty lines and those that begin with {@code #} are skipped.
     *
     * @throws FleetFailed if the file cannot be read or a line is no such URL
     */
    static List<ReportSource> listedIn(Path file, @Nullable String token) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        List<ReportSource> agents = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    agents.add(new AgentUrl(report(text, file + ", line " + number), token, client));
                }
            }
        } catch (IOException e) {
            throw new FleetFailed("--urls " + Trouble.of(e), e);
        }
        if (agents.isEmpty()) {
            throw new FleetFailed("--urls " + file + " lists no URL");
        }
        return agents;
    }

    private static URI report(String text, String place) {
        try {
            URI base = URI.create(text.endsWith("/") ? text : text + "/");
            if (("http".equals(base.getScheme()) || "https".equals(base.getScheme())) && base.getHost() != null) {
                return base.resolve("api/memory/report");
            }
        } catch (IllegalArgumentException e) {
            throw new FleetFailed(place + ": " + e.getMessage(), e);
        }
        throw new FleetFailed(place + ": " + text + " is no URL like http://host:port");
    }

    @Override
    public String name() {
        return report.toString();
    }

    @Override
    public byte[] read() throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(report).timeout(LONGEST_ANSWER);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("answers with status " + answer.statusCode()
                            + (answer.statusCode() == 401 ? "; give --token-file" : ""));
                }
                byte[] read = body.readNBytes(LONGEST + 1);
                if (read.length > LONGEST) {
                    throw new IOException("answers with more than " + LONGEST + " bytes");
                }
                return read;
            }
        } catch (ConnectException e) {
            throw new IOException("does not answer: is the agent running there, with http.port set?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not asked: interrupted", e);
        }
    }
}
