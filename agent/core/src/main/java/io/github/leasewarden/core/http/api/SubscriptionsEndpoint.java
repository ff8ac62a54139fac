package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Endpoint;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.reports.LeaseEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/memory/subscriptions}: leases of every kind by the site that opened them, most open first. {@code ?kind=} keeps one kind,
 * {@code ?state=} keeps sites that have leases in that state, {@code ?limit=} is 100 unless given.
 */
final class SubscriptionsEndpoint implements Endpoint {
    private static final Map<String, ToLongFunction<LeaseEntry>> STATES = new TreeMap<>(Map.of(
            "open", LeaseEntry::open,
            "idle", LeaseEntry::idlePastTtl,
            "abandoned", LeaseEntry::abandoned,
            "expired", SubscriptionsEndpoint::expired,
            "failed", LeaseEntry::failed,
            "disarmed", lease -> lease.disarmed() ? 1 : 0));

    /** Totals of one kind. */
    record Kind(
            String kind, int sites, long opened, long released, long collected, long open, long idle, long expired) {}

    /** @param matching sites that match, of which {@code sites} are the first */
    record Body(Instant at, List<Kind> kinds, int matching, List<LeaseEntry> sites) {}

    private final Fresh observations;

    SubscriptionsEndpoint(Fresh observations) {
        this.observations = observations;
    }

    @Override
    public Reply answer(Call call) throws Problem {
        String kind = call.parameter("kind");
        ToLongFunction<LeaseEntry> state = state(call.parameter("state"));
        int limit = call.count("limit", 100, 1, 10_000);
        Observation seen = observations.get();
        List<LeaseEntry> all = seen.leases().leases();
        List<LeaseEntry> matching = all.stream()
                .filter(lease -> kind == null || lease.kind().equals(kind))
                .filter(lease -> state == null || state.applyAsLong(lease) > 0)
                .sorted(Comparator.comparingLong(LeaseEntry::open)
                        .reversed()
                        .thenComparing(lease -> lease.site().fingerprint()))
                .toList();
        return Reply.json(new Body(
                seen.at(),
                kinds(all),
                matching.size(),
                matching.stream().limit(limit).toList()));
    }

    private static @Nullable ToLongFunction<LeaseEntry> state(@Nullable String name) throws Problem {
        if (name == null) {
            return null;
        }
        ToLongFunction<LeaseEntry> state = STATES.get(name);
        if (state == null) {
            throw Problem.of(400, "state is one of " + String.join(", ", STATES.keySet()));
        }
        return state;
    }

    private static List<Kind> kinds(List<LeaseEntry> all) {
        Map<String, Kind> kinds = new TreeMap<>();
        for (LeaseEntry lease : all) {
            Kind one = new Kind(
                    lease.kind(),
                    1,
                    lease.opened(),
                    lease.released(),
                    lease.collected(),
                    lease.open(),
                    lease.idlePastTtl(),
                    expired(lease));
            kinds.merge(lease.kind(), one, SubscriptionsEndpoint::sum);
        }
        return List.copyOf(kinds.values());
    }

    private static Kind sum(Kind one, Kind other) {
        return new Kind(
                one.kind,
                one.sites + other.sites,
                one.opened + other.opened,
                one.released + other.released,
                one.collected + other.collected,
                one.open + other.open,
                one.idle + other.idle,
                one.expired + other.expired);
    }

    private static long expired(LeaseEntry lease) {
        return lease.expired().values().stream().mapToLong(Long::longValue).sum();
    }
}
