package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Whether the heap grows.
 *
 * @param state the conclusion
 * @param reason a sentence that says why
 * @param slopeBytesPerSecond how fast heap after GC grows; negative when it shrinks, 0 without enough data
 * @param confidence 0 to 1
 * @param secondsToExhaustion until heap after GC reaches the maximum at this slope; null when it does not grow
 * @param samples how many heap samples the verdict rests on
 */
public record VerdictEntry(
        VerdictState state,
        String reason,
        double slopeBytesPerSecond,
        double confidence,
        @Nullable Long secondsToExhaustion,
        int samples) {

    public VerdictEntry {
        requireNonNull(state, "verdict.state is missing");
        requireNonNull(reason, "verdict.reason is missing");
        slopeBytesPerSecond = Values.finite(slopeBytesPerSecond);
        confidence = Values.confidence(confidence);
    }
}
