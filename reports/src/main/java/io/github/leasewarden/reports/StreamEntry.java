package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream: all sources and handlers of one rule.
 *
 * @param rule id of its rule
 * @param emitted items its sources emitted
 * @param processed items its handlers handled; what was emitted where the rule names no handler
 * @param failed items its handlers failed on
 * @param isolated of these, how many ended with their item instead of the stream
 * @param waiting threads that wait now
 * @param waits waits that ended
 * @param timedOut of these, how many ended for having lasted too long
 * @param exempt items let through because their thread must not wait
 * @param wouldWait items that would have had to wait, where the rule only observes
 * @param beyondLimit handler calls beyond the limit on how many run at once
 * @param throttledMillis all waits together
 * @param ratePerSecond items processed a second, over the last few seconds
 * @param total items it is going to have, or null if unknown
 * @param progress share of them that is done, 0..1, or null if unknown
 * @param backpressureActive whether its sources are held now
 * @param failures the newest failures, newest last
 */
public record StreamEntry(
        String rule,
        long emitted,
        long processed,
        long failed,
        long isolated,
        int waiting,
        long waits,
        long timedOut,
        long exempt,
        long wouldWait,
        long beyondLimit,
        long throttledMillis,
        double ratePerSecond,
        @Nullable Long total,
        @Nullable Double progress,
        boolean backpressureActive,
        List<FailureEntry> failures) {
    public StreamEntry {
        requireNonNull(rule, "rule is missing");
        failures = Values.list(failures);
    }
}
