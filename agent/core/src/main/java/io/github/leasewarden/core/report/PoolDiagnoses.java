package io.github.leasewarden.core.report;

import io.github.leasewarden.core.detection.PoolDiagnosis;
import io.github.leasewarden.core.lease.ClampLog;
import io.github.leasewarden.core.sampling.PoolSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins a pool with what the agent clamped of it. Stateless. */
public final class PoolDiagnoses {
    private PoolDiagnoses() {}

    /** Why this pool ran empty, or null if it did not or nobody knows. */
    public static @Nullable PoolDiagnosis of(PoolSample pool, List<ClampLog.Entry> clamps) {
        for (ClampLog.Entry clamp : clamps) {
            boolean thisLimit = PoolSample.family(clamp.rule()).equals(pool.family())
                    && clamp.setting().endsWith("pool.max");
            if (thisLimit && pool.max() != null && pool.max() == clamp.to()) {
                return PoolDiagnosis.of(pool, clamp.setting(), clamp.from());
            }
        }
        return PoolDiagnosis.of(pool, null, null);
    }
}
