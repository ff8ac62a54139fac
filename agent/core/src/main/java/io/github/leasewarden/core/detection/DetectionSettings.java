package io.github.leasewarden.core.detection;

import java.time.Duration;

/**
 * What the user may set.
 *
 * @param warmUp {@code heap.warmup}: nothing earlier counts as growth
 * @param crowd {@code crowd}: fewer leases, threads or handles than this are never accused
 */
public record DetectionSettings(Duration warmUp, int crowd) {
    /** The contract's defaults. */
    public static final DetectionSettings DEFAULTS = new DetectionSettings(Duration.ofSeconds(60), 10);

    public DetectionSettings {
        if (warmUp.isNegative() || crowd < 1) {
            throw new IllegalArgumentException("warm-up " + warmUp + " or crowd " + crowd + " is out of bounds");
        }
    }
}
