package io.github.leasewarden.core.reconnect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One address that could not be connected to. A storm begins when {@value #STORM} connects in a row failed within ten seconds, and ends
 * with the first that succeeds, or when nobody tried for a while: who backs off by itself is soon too slow to be one. Thread-safe.
 */
final class Endpoint {
    /** So many failures in a row within {@link #STORM_NANOS} are a storm. */
    static final int STORM = 10;

    static final long STORM_NANOS = 10_000_000_000L;
    /** A storm is over when nothing failed for so many times the longest delay. */
    private static final int CALM = 4;
    /** Storms may come and go many times a second; lines about them do not. */
    private static final long TELL_AGAIN_NANOS = 60_000_000_000L;

    private final String address;
    private final String rule;
    private final long calmNanos;
    private final long[] newest = new long[STORM];
    private long failures;
    private long inARow;
    private long storms;
    private boolean storming;
    private long inStorm;
    private long lastFailedNanos;
    private @Nullable Instant lastFailedAt;
    private String lastFailure = "";
    private long toldAt;
    private boolean everTold;
    private boolean told;
    private int waiting;
    private long delays;
    private long delayedNanos;
    private long exempt;

    Endpoint(String address, String rule, long longestDelayNanos) {
        this.address = address;
        this.rule = rule;
        this.calmNanos = Math.max(STORM_NANOS, CALM * longestDelayNanos);
    }

    /** Returns the span of the failures that made it a storm, or -1 if none begins with this one. */
    synchronized long failed(long now, Instant at, String reason) {
        calmDown(now);
        int slot = (int) (inARow % STORM);
        long oldest = newest[(slot + 1) % STORM];
        newest[slot] = now;
        failures++;
        inARow++;
        lastFailedNanos = now;
        lastFailedAt = at;
        lastFailure = reason;
        if (storming) {
            inStorm++;
        } else if (inARow >= STORM && now - oldest <= STORM_NANOS) {
            storming = true;
            inStorm = 0;
            storms++;
            return now - oldest;
        }
        return -1;
    }

    /** Returns whether this ended a storm. */
    synchronized boolean succeeded() {
        boolean ended = storming;
        storming = false;
        inARow = 0;
        return ended;
    }

    /** Whether the storm that just began is worth a line. */
    synchronized boolean mayTell(long now) {
        told = !everTold || now - toldAt >= TELL_AGAIN_NANOS;
        if (told) {
            everTold = true;
            toldAt = now;
        }
        return told;
    }

    /** Whether the newest storm was. */
    synchronized boolean wasTold() {
        return told;
    }

    /** How many failed in a row, before what ended them. */
    synchronized long inARow() {
        return inARow;
    }

    private void calmDown(long now) {
        if (inARow > 0 && now - lastFailedNanos > calmNanos) {
            storming = false;
            inARow = 0;
        }
    }

    /** How long a connect that begins now should wait: a delay that counts from the last failure; 0 without a storm. */
    synchronized long delayNanos(long now, Backoff backoff) {
        calmDown(now);
        return storming ? Math.max(0, lastFailedNanos + backoff.delayNanos(inStorm) - now) : 0;
    }

    synchronized boolean isStorming() {
        return storming;
    }

    synchronized void waitBegins() {
        waiting++;
        delays++;
    }

    synchronized void waitEnds(long nanos) {
        waiting--;
        delayedNanos += nanos;
    }

    synchronized void exempted() {
        exempt++;
    }

    /** Time of the last failure, to find the one that can be forgotten; not while somebody waits. */
    synchronized long forgettableSince() {
        return waiting > 0 ? Long.MAX_VALUE : lastFailedNanos;
    }

    synchronized EndpointStatus status(long now) {
        calmDown(now);
        return new EndpointStatus(
                address,
                rule,
                failures,
                inARow,
                storms,
                storming,
                waiting,
                delays,
                delayedNanos,
                exempt,
                lastFailure,
                lastFailedAt);
    }

    String address() {
        return address;
    }

    String rule() {
        return rule;
    }
}
