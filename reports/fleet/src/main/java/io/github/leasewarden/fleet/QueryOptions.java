package io.github.leasewarden.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code top}, {@code new} and {@code fixed} can be limited to. */
final class QueryOptions {
    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "COUNT",
            description = "How many at most; ${DEFAULT-VALUE} unless given.")
    private long limit = 20;

    @Option(names = "--service", paramLabel = "NAME", description = "Of this service only.")
    private @Nullable String service;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Ages.class,
            description = "Seen within this time: 90m, 12h, 7d.")
    private @Nullable Duration since;

    Map<String, @Nullable Object> parameters(Instant now) {
        if (limit < 1) {
            throw new FleetFailed("--limit is " + limit + "; it must be at least 1");
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("limit", limit);
        parameters.put("service", service);
        parameters.put("since", (since == null ? Instant.EPOCH : now.minus(since)).atOffset(ZoneOffset.UTC));
        return parameters;
    }
}
