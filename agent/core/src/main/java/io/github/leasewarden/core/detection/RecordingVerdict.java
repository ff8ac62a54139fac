package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Recording;
import java.time.Duration;

/**
 * Judges a flight recording as the agent would have judged the running JVM, with less to go by: a recording has no leases and no class
 * censuses, so {@code leak} needs a witness outside the heap; a heap trend alone is {@code growing}.
 */
public final class RecordingVerdict {
    private static final Duration SHORTEST_WARM_UP = Duration.ofSeconds(5);

    private RecordingVerdict() {}

    /** With the default settings. */
    public static Verdict judge(Recording recording) {
        return judge(recording, DetectionSettings.DEFAULTS);
    }

    /** @param settings a warm-up longer than a quarter of the recording is cut to that, but not below 5 s */
    public static Verdict judge(Recording recording, DetectionSettings settings) {
        Duration quarter = recording.length().dividedBy(4);
        Duration longest = quarter.compareTo(SHORTEST_WARM_UP) < 0 ? SHORTEST_WARM_UP : quarter;
        Duration warmUp = settings.warmUp().compareTo(longest) > 0 ? longest : settings.warmUp();
        long end = recording.heap().isEmpty()
                ? recording.length().toNanos()
                : recording.heap().get(recording.heap().size() - 1).uptimeNanos();
        return Verdicts.judge(Evidence.none(new DetectionSettings(warmUp, settings.crowd()))
                .withHeap(recording.heap(), recording.maxHeapBytes())
                .withNonHeap(recording.nonHeap())
                .withUptimeNanos(end));
    }
}
