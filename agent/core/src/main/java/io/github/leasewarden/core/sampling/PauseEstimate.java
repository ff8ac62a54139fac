package io.github.leasewarden.core.sampling;

import java.time.Duration;

/**
 * How long a histogram would stop the application: heap size × rate, where the rate is the last one measured on this very
 * machine. Thread-safe.
 */
final class PauseEstimate {
    /** A measured rate fades towards the assumed one with each refusal: one slow moment must not forbid censuses for ever. */
    private static final double FORGET_PER_REFUSAL = 0.95;

    private final double initialNanosPerByte;
    private double nanosPerByte;

    /** @param initialNanosPerByte assumed before the first measurement */
    PauseEstimate(double initialNanosPerByte) {
        this.initialNanosPerByte = initialNanosPerByte;
        this.nanosPerByte = initialNanosPerByte;
    }

    synchronized Duration of(long heapUsedBytes) {
        return Duration.ofNanos((long) (heapUsedBytes * nanosPerByte));
    }

    synchronized void measured(long heapUsedBytes, Duration pause) {
        // at least a tenth of the assumption: one lucky measurement must not open the gate for a heap ten times as
        // large
        nanosPerByte = Math.max(initialNanosPerByte / 10, (double) pause.toNanos() / Math.max(1, heapUsedBytes));
    }

    synchronized void refused() {
        nanosPerByte = Math.max(initialNanosPerByte, nanosPerByte * FORGET_PER_REFUSAL);
    }
}
