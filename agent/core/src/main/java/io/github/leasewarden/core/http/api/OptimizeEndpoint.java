package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.advice.Suggestion;
import io.github.leasewarden.core.advice.Suggestions;
import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Endpoint;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.report.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/memory/optimize}: what to change, with evidence. */
final class OptimizeEndpoint implements Endpoint {
    /** The reply. */
    record Body(Instant at, List<Item> suggestions) {}

    /** A suggestion. */
    record Item(String id, int weight, String text, List<String> evidence, Change change) {}

    /** Where to change what; see {@link Suggestion.Change}. */
    record Change(
            String where,
            String at,
            @Nullable String from,
            @Nullable String to) {}

    private final Fresh observations;
    private final double warn;

    OptimizeEndpoint(Fresh observations, double warn) {
        this.observations = observations;
        this.warn = warn;
    }

    @Override
    public Reply answer(Call call) throws Problem {
        Observation seen = observations.get();
        return Reply.json(new Body(
                seen.at(),
                Suggestions.of(seen, warn, GcShare.now()).stream()
                        .map(OptimizeEndpoint::item)
                        .toList()));
    }

    private static Item item(Suggestion suggestion) {
        Suggestion.Change change = suggestion.change();
        return new Item(
                suggestion.id(),
                suggestion.weight(),
                suggestion.text(),
                suggestion.evidence(),
                new Change(change.where().name().toLowerCase(Locale.ROOT), change.at(), change.from(), change.to()));
    }
}
