package io.github.leasewarden.core.sampling;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Remembers when the agent itself asked for a collection, because JFR tells of it up to a second later and a tool must not
 * take its own collections for the application's behaviour.
 */
final class OwnGcs {
    /** Spans kept; a collection is heard of long before so many more of our own. */
    private static final int MOST_SPANS = 32;
    /** The JVM may tell of a collection this long after the call returned. */
    private static final long LATE_NANOS = 1_000_000_000L;

    private final Deque<Span> spans = new ArrayDeque<>();

    synchronized Span begin(long uptimeNanos) {
        if (spans.size() == MOST_SPANS) {
            spans.removeFirst();
        }
        Span span = new Span(uptimeNanos);
        spans.addLast(span);
        return span;
    }

    synchronized void end(Span span, long uptimeNanos) {
        span.endNanos = uptimeNanos;
    }

    /** True if a collection with this cause at this time must be ours. */
    synchronized boolean explains(long uptimeNanos, String cause) {
        return Reach.onRequest(cause) && spans.stream().anyMatch(span -> span.covers(uptimeNanos));
    }

    /** One call of ours that makes the JVM collect. */
    static final class Span {
        private final long startNanos;
        private long endNanos = Long.MAX_VALUE - LATE_NANOS;

        private Span(long startNanos) {
            this.startNanos = startNanos;
        }

        private boolean covers(long uptimeNanos) {
            // a collection's wall-clock start has microsecond noise against our monotonic start
            return uptimeNanos >= startNanos - 10_000_000L && uptimeNanos <= endNanos + LATE_NANOS;
        }
    }
}
