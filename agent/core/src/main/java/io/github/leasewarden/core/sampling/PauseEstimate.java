package io.github.leasewarden.core.sampling;

import java.time.Duration;

/**
 * How long a histogram would stop the application: heap size × rate, where the rate is the last one measured on this very
 * machine. One slow moment is forgotten soon; but each that overran the limit takes twice as long to forget as the one before. Thread-safe.
 */
final class PauseEstimate {
    /** A rate fades towards the assumed one with each refusal: one slow moment must not forbid censuses for ever. */
    private static final double FORGET_PER_REFUSAL = 0.8;

    private static final int MOST_OVERRUNS = 20;

    private double initialNanosPerByte;
    private double nanosPerByte;
    private boolean measured;
    private int overruns;

    /** @param initialNanosPerByte assumed before the first measurement */
    PauseEstimate(double initialNanosPerByte) {
        this.initialNanosPerByte = initialNanosPerByte;
        this.nanosPerByte = initialNanosPerByte;
    }

    synchronized Duration of(long heapUsedBytes) {
        return Duration.ofNanos((long) (heapUsedBytes * nanosPerByte));
    }

    /** @param overran whether that was longer than allowed */
    synchronized void measured(long heapUsedBytes, Duration pause, boolean overran) {
        double rate = (double) pause.toNanos() / Math.max(1, heapUsedBytes);
        // at least a tenth of the assumption: one lucky measurement must not open the gate for a heap ten times as
        // large
        nanosPerByte = Math.max(initialNanosPerByte / 10, rate);
        measured = true;
        overruns = Math.min(MOST_OVERRUNS, overruns + (overran ? 1 : 0));
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
        double forget = Math.pow(FORGET_PER_REFUSAL, 1.0 / (1L << Math.max(0, overruns - 1)));
        nanosPerByte = Math.max(initialNanosPerByte, nanosPerByte * forget);
    }
}
