package io.github.leasewarden.core.report;

import io.github.leasewarden.core.stream.Failure;
import io.github.leasewarden.core.stream.StreamStatus;
import io.github.leasewarden.reports.FailureEntry;
import io.github.leasewarden.reports.StreamEntry;

/** Streams as the report shows them. Pure translation. */
public final class StreamEntries {
    private static final double TENTHS = 10;

    private StreamEntries() {}

    public static StreamEntry of(StreamStatus status) {
        return new StreamEntry(
                status.rule(),
                status.emitted(),
                status.processed(),
                status.failed(),
                status.isolated(),
                status.waiting(),
                status.waits(),
                status.timedOut(),
                status.exempt(),
                status.wouldWait(),
                status.beyondLimit(),
                status.throttled().toMillis(),
                Math.round(status.perSecond() * TENTHS) / TENTHS,
                status.total(),
                status.progress(),
                status.backpressure(),
                status.failures().stream().map(StreamEntries::failure).toList());
    }

    private static FailureEntry failure(Failure failure) {
        return new FailureEntry(failure.at(), failure.type(), failure.message(), failure.frames(), failure.isolated());
    }
}
