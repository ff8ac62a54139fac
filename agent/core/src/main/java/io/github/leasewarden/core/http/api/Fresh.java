package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.report.Observation;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Observations that are not old, without a look for every request. Thread-safe. */
final class Fresh {
    private final Reach reach;
    private final long leastNanosBetweenLooks;
    private final LongSupplier nanoTime;
    private long lastLook;
    private @Nullable Observation lastSeen;

    Fresh(Reach reach, Duration leastBetweenLooks, LongSupplier nanoTime) {
        this.reach = reach;
        this.leastNanosBetweenLooks = leastBetweenLooks.toNanos();
        this.nanoTime = nanoTime;
        this.lastLook = nanoTime.getAsLong() - leastNanosBetweenLooks;
    }

    /**
     * At most as old as the least time between looks, as long as the agent is on and its looks come back.
     *
     * @throws Problem 503 if nothing was observed yet
     */
    synchronized Observation get() throws Problem {
        long now = nanoTime.getAsLong();
        Observation seen = reach.latest().get();
        if (seen != null && seen != lastSeen) {
            // the watch looked by itself since
            lastSeen = seen;
            lastLook = now;
        } else if (now - lastLook >= leastNanosBetweenLooks) {
            lastLook = now;
            seen = reach.now().get();
            lastSeen = seen;
        }
        if (seen == null) {
            throw Problem.of(503, "nothing was observed yet; ask again in a moment");
        }
        return seen;
    }
}
