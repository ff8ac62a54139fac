package io.github.leasewarden.reports.page;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.leasewarden.reports.VerdictState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at one moment. Whatever was not looked at then is null.
 *
 * @param at UTC
 * @param usedAfterGcBytes heap in use after the newest collection
 * @param maxBytes the most the heap may grow to
 * @param verdict what the agent concluded
 * @param open open leases by kind
 * @param sites open leases by fingerprint of their site
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryPoint(
        Instant at,
        @Nullable Long usedAfterGcBytes,
        @Nullable Long maxBytes,
        @Nullable VerdictState verdict,
        @Nullable Map<String, Long> open,
        @Nullable Map<String, Long> sites) {

    public HistoryPoint {
        requireNonNull(at, "history.at is missing");
        open = open == null ? null : Map.copyOf(open);
        sites = sites == null ? null : Map.copyOf(sites);
    }
}
