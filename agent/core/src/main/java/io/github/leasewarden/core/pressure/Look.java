package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.sampling.GcSample;
import io.github.leasewarden.core.sampling.GcTotals;
import java.util.List;

/**
 * What alerts are decided on.
 *
 * @param collections the newest single collections, oldest first
 * @param gc all collections so far
 */
public record Look(Evidence evidence, Verdict verdict, List<GcSample> collections, GcTotals gc) {
    public Look {
        collections = List.copyOf(collections);
    }
}
