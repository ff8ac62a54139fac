package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Endpoint;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.reports.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/memory/history}: the whole run in at most {@value #POINTS} points; about 700 bytes of heap a point,
 * so 700 KB, and as JSON at most 240 KB (24 hours at the default interval: 540 points, 120 KB). {@code ?since=} takes an ISO time or seconds since 1970 and leaves out what is older.
 */
final class HistoryEndpoint implements Endpoint {
    static final int POINTS = 1000;

    /** One point in so many tells of sites: they take more room than all the rest. */
    private static final int SITES_EVERY = 5;

    /** The reply. */
    record Body(long intervalSeconds, List<HistoryPoint> points) {}

    private final Timeline history = new Timeline(POINTS);
    private final Duration interval;
    private @Nullable Instant newest;
    private @Nullable Instant newestGc;

    /** @param interval least time between two points: requests may cause additional observations */
    HistoryEndpoint(Duration interval) {
        this.interval = interval;
    }

    /** Remembers one. */
    synchronized void add(Observation seen) {
        // an observation a little early is still the next one
        if (newest != null
                && seen.at().isBefore(newest.plus(interval.multipliedBy(9).dividedBy(10)))
                && !seen.at().isBefore(newest)) {
            return;
        }
        newest = seen.at();
        history.add(HistoryPoint.of(seen, newestGc));
        HeapSample heap = Evidence.newest(seen.evidence().heap());
        newestGc = heap == null ? null : heap.at();
    }

    @Override
    public Reply answer(Call call) throws Problem {
        String since = call.parameter("since");
        List<HistoryPoint> points = history.list();
        if (since != null) {
            Instant from = time(since);
            points = points.stream().filter(point -> point.at().isAfter(from)).toList();
        }
        return Reply.ok(Reply.JSON, Json.compact(new Body(interval.toSeconds(), thinned(points))));
    }

    private static List<HistoryPoint> thinned(List<HistoryPoint> points) {
        List<HistoryPoint> thinned = new ArrayList<>(points);
        int newest = thinned.size() - 1;
        for (int i = 0; i < newest; i++) {
            if ((newest - i) % SITES_EVERY != 0) {
                thinned.set(i, thinned.get(i).withoutSites());
            }
        }
        return thinned;
    }

    private static Instant time(String text) throws Problem {
        try {
            return text.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.of(400, "since is a time like 2026-11-23T10:15:30Z, or seconds since 1970");
        }
    }
}
