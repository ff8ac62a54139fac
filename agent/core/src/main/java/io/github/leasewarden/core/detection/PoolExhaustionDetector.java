package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.PoolSample;
import java.util.List;

/**
 * Which pools ran empty because sessions were not closed? An exhausted pool alone is load; beside a session site that
 * accumulates it is the leak's effect, seen by an independent counter.
 */
public final class PoolExhaustionDetector {
    private PoolExhaustionDetector() {}

    /** Exhausted pools, if a session site accumulates; otherwise none. */
    public static List<PoolSample> detect(Evidence evidence, List<SiteGrowth> sites) {
        boolean sessionsAccumulate = sites.stream()
                .anyMatch(site -> site.accumulating() && site.now().kind().endsWith("session"));
        return sessionsAccumulate
                ? evidence.pools().stream().filter(PoolSample::exhausted).toList()
                : List.of();
    }
}
