package io.github.leasewarden.core.reconnect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One address that could not be connected to.
 *
 * <p>A storm begins when {@value #STORM} connects in a row failed within ten seconds, and ends with the first that succeeds, or when nothing failed
 * for a while. Failures within a twentieth of a second count as one: many clients that lose their server at one moment are no storm
 * yet. Who backs off by itself is soon too slow to be one. Thread-safe.
 */
final class Endpoint {
    /** So many counted failures in a row within {@link #STORM_NANOS} are a storm. */
    static final int STORM = 10;

    static final long STORM_NANOS = 10_000_000_000L;
    static final long AT_ONCE_NANOS = 50_000_000L;
    /** A storm is over when nothing failed for so many times the longest delay. */
    private static final int CALM = 4;
    /** Storms may come and go many times a second; lines about them do not. */
    private static final long TELL_AGAIN_NANOS = 60_000_000_000L;

    private final String address;
    private final String rule;
    private final Backoff backoff;
    private final long[] newest = new long[STORM];
    private long failures;
    private long inARow;
    private long rowBegan;
    private int counted;
    private long storms;
    private boolean storming;
    private int level;
    private long levelSince;
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

    Endpoint(String address, String rule, Backoff backoff) {
        this.address = address;
        this.rule = rule;
        this.backoff = backoff;
    }

    /** Returns whether a storm begins with this failure. */
    synchronized boolean failed(long now, Instant at, String reason) {
        calmDown(now);
        if (inARow == 0) {
            rowBegan = now;
        }
        failures++;
        inARow++;
        lastFailedNanos = now;
        lastFailedAt = at;
        lastFailure = reason;
        if (storming) {
            raise(now);
            return false;
        }
        storming = isTenth(now);
        if (storming) {
            storms++;
            level = 0;
            levelSince = now;
        }
        return storming;
    }

    private boolean isTenth(long now) {
        long before = newest[(counted + STORM - 1) % STORM];
        if (counted > 0 && now - before < AT_ONCE_NANOS) {
            return false;
        }
        newest[counted % STORM] = now;
        counted++;
        return counted >= STORM && now - newest[counted % STORM] <= STORM_NANOS;
    }

    /** Once in the time of a ceiling at most: failures of many clients at one moment are one reason to wait longer, not many. */
    private void raise(long now) {
        if (now - levelSince >= backoff.ceilingNanos(level)) {
            level++;
            levelSince = now;
        }
    }

    /** Returns whether this ended a storm. */
    synchronized boolean succeeded() {
        boolean ended = storming;
        endRow();
        return ended;
    }

    private void endRow() {
        storming = false;
        inARow = 0;
        counted = 0;
    }

    private void calmDown(long now) {
        if (inARow > 0 && now - lastFailedNanos > Math.max(STORM_NANOS, CALM * backoff.capNanos())) {
            endRow();
        }
    }

    /** How many failed in a row. */
    synchronized long inARow() {
        return inARow;
    }

    /** How long ago the first of them did. */
    synchronized long rowNanos(long now) {
        return now - rowBegan;
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

    /** How long a connect that begins now should wait: a delay that counts from the last failure; 0 without a storm. */
    synchronized long delayNanos(long now) {
        calmDown(now);
        return storming ? Math.max(0, lastFailedNanos + backoff.delayNanos(level) - now) : 0;
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
