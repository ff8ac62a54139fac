package io.github.leasewarden.core.stream;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream, now.
 *
 * @param rule id of its rule
 * @param emitted items its sources emitted
 * @param processed items its handlers handled; what was emitted where the rule names no handler
 * @param failed items its handlers failed on
 * @param isolated of these, how many ended with their item
 * @param waiting threads that wait now
 * @param waits waits that ended
 * @param timedOut of these, how many ended for having lasted too long
 * @param exempt items that were let through because their thread must not wait
 * @param wouldWait in observe mode, items that would have had to wait
 * @param beyondLimit handler calls beyond the limit on how many run at once
 * @param throttled all waits together
 * @param perSecond items processed a second, over the last few seconds
 * @param total items it is going to have, or null if nobody said
 * @param backpressure whether its sources are held now
 * @param failures the newest
 */
public record StreamStatus(
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
        Duration throttled,
        double perSecond,
        @Nullable Long total,
        boolean backpressure,
        List<Failure> failures) {
    public StreamStatus {
        failures = List.copyOf(failures);
    }

    /** Items done, well or not, in proportion to the total: 0..1, or null if that is unknown. */
    public @Nullable Double progress() {
        return total == null || total <= 0 ? null : (Double) Math.min(1, (double) (processed + failed) / total);
    }
}
