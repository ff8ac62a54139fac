package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Keeping;
import org.jspecify.annotations.Nullable;

/**
 * A growing class, and what speaks for it.
 *
 * @param keeping what the application's code says about who holds its instances
 * @param elsewhere one sentence why something else than the holder in the code keeps them, or null if nobody knows of that
 * @param excuse one sentence why this may well be no leak, or null if nothing speaks for it
 */
record AccusedClass(
        ClassGrowth growth,
        Keeping keeping,
        @Nullable String elsewhere,
        @Nullable String excuse) {
    boolean excused() {
        return excuse != null;
    }
}
