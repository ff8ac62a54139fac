package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.PoolDemand;
import io.github.leasewarden.core.sampling.PoolSample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a pool ran empty: because connections are held and not used, or because the service needs more of them than the pool may have.
 *
 * @param isLeak held and not used, at least half of them
 * @param sentence for the engineer on call: who has the connections, and what to change
 */
public record PoolDiagnosis(boolean isLeak, String sentence) {

    /**
     * The diagnosis, or null if the pool is not exhausted or nobody knows who has its connections.
     *
     * @param setting the agent's option that limited the pool, or null if the agent did not
     * @param clampedFrom what the application had asked for, or null if the agent did not limit the pool; negative for no limit
     */
    public static @Nullable PoolDiagnosis of(PoolSample pool, @Nullable String setting, @Nullable Long clampedFrom) {
        PoolDemand demand = pool.demand();
        if (!pool.exhausted() || demand == null || demand.holders().isEmpty()) {
            return null;
        }
        boolean isLeak = 2 * demand.idle() >= demand.idle() + demand.busy();
        String full = "All " + pool.max() + " connections to " + pool.address() + " are in use and " + demand.waiting()
                + (demand.waiting() == 1 ? " call waits" : " calls wait") + " for one. ";
        return new PoolDiagnosis(isLeak, full + (isLeak ? leaked(demand) : busy(pool, demand, setting, clampedFrom)));
    }

    private static String leaked(PoolDemand demand) {
        List<String> sites = new ArrayList<>();
        for (PoolDemand.Holder holder : demand.holders()) {
            if (holder.idle() > 0 && sites.size() < 3) {
                sites.add(holder.idle() + " opened at " + site(holder) + " (not used for up to "
                        + holder.longestIdleMillis() / 1000 + " s)");
            }
        }
        return demand.idle() + " are held by sessions that do not use them: " + String.join(", ", sites)
                + ". They are leaked, or a transaction stays open while something else is done.";
    }

    private static String busy(
            PoolSample pool, PoolDemand demand, @Nullable String setting, @Nullable Long clampedFrom) {
        PoolDemand.Holder most = demand.holders().get(0);
        String who = demand.busy() + " of them are at work, most for " + site(most) + " (" + most.busy() + ")";
        String need = "; up to " + demand.peak() + " were in use or wanted at one moment";
        if (setting == null || clampedFrom == null) {
            return who + need + ". The pool's own limit is too low for this service, or its queries are too slow.";
        }
        return who + need + ". The agent's limit is too low for this service: it lowered "
                + (clampedFrom < 0 ? "no limit" : clampedFrom) + " to " + pool.max() + "; set " + setting + "="
                + demand.peak() + " or more, or off.";
    }

    private static String site(PoolDemand.Holder holder) {
        return holder.frames().isEmpty() ? "an unknown site" : holder.frames().get(0);
    }
}
