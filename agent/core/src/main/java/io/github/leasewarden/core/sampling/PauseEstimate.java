package io.github.leasewarden.core.sampling;

import java.time.Duration;

/**
 * How long a histogram would stop the application: heap size × rate, where the rate is the last one measured on this very
 * machine. Thread-safe.
 */
final class PauseEstimate {
    /** A measured rate fades towards the assumed one with each refusal: one slow moment must not forbid censuses for ever. */
    private static final double FORGET_PER_REFUSAL = 0.95;

    private double initialNanosPerByte;
    private double nanosPerByte;
    private boolean measured;

    /** @param initialNanosPerByte assumed before the first measurement */
    PauseEstimate(double initialNanosPerByte) {
        this.initialNanosPerByte = initialNanosPerByte;
        this.nanosPerByte = initialNanosPerByte;
    }

    synchronized Duration of(long heapUsedBytes) {
        return Duration.ofNanos((long) (heapUsedBytes * nanosPerByte));
    }

    synchronized void measured(long heapUsedBytes, Duration pause) {
        measured = true;
        // at least a tenth of the assumption: one lucky measurement must not open the gate for a heap ten times as
        // large
        nanosPerByte = Math.max(initialNanosPerByte / 10, (double) pause.toNanos() / Math.max(1, heapUsedBytes));
    }

    /** Learns from the other, cheaper kind of histogram, until it has a measurement of its own. */
    synchronized void calibrate(PauseEstimate cheaper, double timesAsLong) {
        if (!measured) {
            initialNanosPerByte = cheaper.nanosPerByte() * timesAsLong;
            nanosPerByte = initialNanosPerByte;
        }
    }

    private synchronized double nanosPerByte() {
        return nanosPerByte;
    }

    synchronized void refused() {
        nanosPerByte = Math.max(initialNanosPerByte, nanosPerByte * FORGET_PER_REFUSAL);
    }
}
