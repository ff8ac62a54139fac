package io.github.leasewarden.core.sampling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The agent's time: monotonic nanoseconds since its start for calculations, wall-clock instants for people.
 * Both sources are injected, so that no unit test sleeps.
 */
public final class UptimeClock {
    /** JFR is a second late, on a busy machine several. An event that looks older was stamped before the wall clock was set forward. */
    private static final Duration LATEST_EVENT = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Clock wall;
    private final long startNanos;

    public UptimeClock(LongSupplier nanoTime, Clock wall) {
        this.nanoTime = nanoTime;
        this.wall = wall;
        this.startNanos = nanoTime.getAsLong();
    }

    /** A clock that starts now. */
    public static UptimeClock system() {
        return new UptimeClock(System::nanoTime, Clock.systemUTC());
    }

    public long uptimeNanos() {
        return nanoTime.getAsLong() - startNanos;
    }

    public Instant now() {
        return wall.instant();
    }

    /**
     * The uptime of an event that was heard of just now and carries only wall-clock time (JFR). It is now if the event seems to be of the future or
     * more than a minute old, because then a clock jumped; of a smaller jump, its error remains.
     */
    public long uptimeNanosAt(Instant event) {
        long now = uptimeNanos();
        Duration age = Duration.between(event, wall.instant());
        if (age.isNegative() || age.compareTo(LATEST_EVENT) > 0) {
            return now;
        }
        return Math.max(0, now - age.toNanos());
    }
}
