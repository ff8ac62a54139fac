package io.github.leasewarden.core;

import io.github.leasewarden.core.sampling.UptimeClock;
import java.util.function.BooleanSupplier;

/**
 * Until when the application worked. While the JVM exits, its hooks let go of what nobody let go of before, so what is measured of the heap then says nothing. They
 * begin before ours is heard of, on a busy machine seconds before. Safe for use from any thread.
 */
final class WorkingTime {
    private final UptimeClock clock;
    private final BooleanSupplier exits;
    private long workedNanos;
    private long endNanos = Long.MAX_VALUE;

    /** @param exits whether the JVM exits; quick */
    WorkingTime(UptimeClock clock, BooleanSupplier exits) {
        this.clock = clock;
        this.exits = exits;
    }

    /** Whether it still works. To be asked often: once it does not, it counts as ended at the last time it did. */
    boolean goesOn() {
        return endNanos() == Long.MAX_VALUE;
    }

    /** Whatever the JVM does, nobody looks at the application any more. */
    synchronized void end() {
        if (goesOn()) {
            endNanos = workedNanos;
        }
    }

    /** Nanoseconds since the agent's start; {@link Long#MAX_VALUE} while it works. Asks, as {@link #goesOn} does. */
    synchronized long endNanos() {
        if (endNanos == Long.MAX_VALUE) {
            long now = clock.uptimeNanos();
            if (exits.getAsBoolean()) {
                endNanos = workedNanos;
            } else {
                workedNanos = now;
            }
        }
        return endNanos;
    }
}
