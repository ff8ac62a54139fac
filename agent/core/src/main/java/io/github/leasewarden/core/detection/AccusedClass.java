package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Keeping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A growing class, and what speaks for it.
 *
 * @param keeping what the application's code says about who holds its instances
 * @param excuse one sentence why this may well be no leak, or null if nothing speaks for it
 */
record AccusedClass(
        ClassGrowth growth, Keeping keeping, @Nullable String excuse) {
    boolean excused() {
        return excuse != null;
    }

    /** One sentence if far more are alive than the limit of their holder allows; empty otherwise. */
    Optional<String> keptElsewhere() {
        return Excuses.exceeded(growth, keeping)
                ? Optional.of(keeping.holder() + " takes some out at " + keeping.most()
                        + ", so something else keeps them, too.")
                : Optional.empty();
    }
}
