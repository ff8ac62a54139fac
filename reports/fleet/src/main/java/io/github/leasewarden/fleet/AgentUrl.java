package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.Deadline;
import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running agent, asked for its report over its HTTP API.
 *
 * @param longestAnswer the most that its whole answer may take: whatever one agent does, the others are asked
 */
record AgentUrl(URI report, @Nullable String token, HttpClient client, Duration longestAnswer) implements ReportSource {
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
                    agents.add(new AgentUrl(report(text, file + ", line " + number), token, client, LONGEST_ANSWER));
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
        HttpRequest.Builder request = HttpRequest.newBuilder(report);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer =
                    Deadline.await(client.sendAsync(request.build(), AgentUrl::body), longestAnswer);
            if (answer.statusCode() != 200) {
                throw new IOException("answers with status " + answer.statusCode()
                        + (answer.statusCode() == 401 ? "; give --token-file" : ""));
            }
            return answer.body();
        } catch (ConnectException e) {
            throw new IOException("does not answer: is the agent running there, with http.port set?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not asked: interrupted", e);
        }
    }

    private static BodySubscriber<byte[]> body(ResponseInfo info) {
        return info.statusCode() == 200 ? new BoundedBody(LONGEST) : BodySubscribers.replacing(new byte[0]);
    }
}
