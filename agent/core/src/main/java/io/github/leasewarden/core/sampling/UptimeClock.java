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
     * The uptime of a recent event that carries only wall-clock time (JFR). A clock that jumped cannot move it outside of
     * the agent's life; within it, an error of one jump remains.
     */
    public long uptimeNanosAt(Instant event) {
        long now = uptimeNanos();
        Duration age = Duration.between(event, wall.instant());
        if (age.isNegative()) {
            return now;
        }
        return age.compareTo(Duration.ofNanos(now)) > 0 ? 0 : now - age.toNanos();
    }
}
