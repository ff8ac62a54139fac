package io.github.leasewarden.core.http;

import io.github.leasewarden.reports.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that gets an error: RFC 9457's {@code application/problem+json}. */
public final class Problem extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(507, "Insufficient Storage"));

    /** The body. */
    record Body(String type, String title, int status, String detail) {}

    private final int status;
    private final transient Map<String, String> headers;

    private Problem(int status, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    /** @param detail one sentence that names what is wrong */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /** With a header that tells the client what to do. */
    static Problem with(int status, String detail, String header, String value) {
        return new Problem(status, detail, Map.of(header, value));
    }

    /** Too early or too often: 429 with {@code Retry-After}. */
    public static Problem retryAfter(Duration wait, String detail) {
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        return with(429, detail, "Retry-After", Long.toString(seconds));
    }

    int status() {
        return status;
    }

    Reply reply() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        String detail = String.valueOf(getMessage());
        return new Reply(
                status,
                title(status),
                "application/problem+json",
                all,
                Json.indented(new Body("about:blank", title(status), status, detail)));
    }

    static String title(int status) {
        return TITLES.getOrDefault(status, "Error");
    }
}
