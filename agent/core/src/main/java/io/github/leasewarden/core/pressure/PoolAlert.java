package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.pressure.Alerts.Level;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.reports.Addresses;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pool has nothing left to lend at two looks in a row: once may be a moment of load. Over after as many looks without. */
final class PoolAlert implements AlertRule {
    private static final int LOOKS = 2;
    private static final int NAMED = 3;

    private final Standing standing = new Standing();
    private int exhausted;
    private int free;

    @Override
    public AlertSource source() {
        return AlertSource.POOL;
    }

    @Override
    public Level level() {
        return standing.level();
    }

    @Override
    public @Nullable News look(Look look) {
        List<PoolSample> full =
                look.evidence().pools().stream().filter(PoolSample::exhausted).toList();
        exhausted = full.isEmpty() ? 0 : exhausted + 1;
        free = full.isEmpty() ? free + 1 : 0;
        if (exhausted >= LOOKS) {
            return standing.moveTo(Level.WARN, sentence(full));
        }
        return free >= LOOKS ? standing.moveTo(Level.INFO, "every pool has connections to lend") : null;
    }

    private static String sentence(List<PoolSample> full) {
        return full.stream()
                        .limit(NAMED)
                        .map(pool -> "the pool " + pool.rule() + " at " + Addresses.withoutSecrets(pool.address())
                                + " has lent out all of its " + pool.max() + " connections")
                        .collect(Collectors.joining("; "))
                + (full.size() > NAMED ? "; and " + (full.size() - NAMED) + " more" : "");
    }
}
