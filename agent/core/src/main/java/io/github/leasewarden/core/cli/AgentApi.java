package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.Deadline;
import io.github.leasewarden.reports.Json;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportFormatException;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A running agent, over its HTTP API. Every failure is a {@link CommandFailed} that says what to do. */
final class AgentApi {
    /** A heap dump of a large heap takes minutes. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    private final URI base;
    private final @Nullable String token;
    private final Duration longestAnswer;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    AgentApi(URI base, @Nullable String token) {
        this(base, token, LONGEST_ANSWER);
    }

    AgentApi(URI base, @Nullable String token, Duration longestAnswer) {
        this.base = base;
        this.token = token;
        this.longestAnswer = longestAnswer;
    }

    /** What an error looks like, RFC 9457. */
    record Problem(@Nullable String title, @Nullable String detail) {}

    LeakReport report() {
        String body = ask(request("/api/memory/report").GET());
        try {
            return ReportJson.read(body, base + "/api/memory/report");
        } catch (ReportFormatException e) {
            throw new CommandFailed(e.sentence(), e);
        }
    }

    /** Answers with the body. */
    String post(String path, String body) {
        return ask(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** Reads an answer. */
    <T> T as(Class<T> type, String body) {
        try {
            return Json.read(body.getBytes(StandardCharsets.UTF_8), type, "the answer of " + base);
        } catch (ReportFormatException e) {
            throw new CommandFailed(e.sentence(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private String ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = Deadline.await(
                    client.sendAsync(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)), longestAnswer);
            if (answer.statusCode() / 100 != 2) {
                throw new CommandFailed(refusal(answer));
            }
            return answer.body();
        } catch (ConnectException e) {
            throw new CommandFailed("nobody answers at " + base + ": is the agent running, with http.port set?", e);
        } catch (IOException e) {
            throw new CommandFailed("no answer from " + base + ": " + Trouble.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while waiting for " + base, e);
        }
    }

    private String refusal(HttpResponse<String> answer) {
        if (answer.statusCode() == 401) {
            return base
                    + (token == null ? " asks for a token: give its file with --token-file" : " refuses this token");
        }
        String reason = "";
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            Problem problem = as(Problem.class, answer.body());
            reason = ": " + (problem.detail() == null ? problem.title() : problem.detail());
        }
        return base + " answers " + answer.statusCode() + reason;
    }
}
