package io.github.leasewarden.core.inspection;

import io.github.leasewarden.core.detection.Suspicion;
import java.time.Duration;

/**
 * When the next class census is due: soon on suspicion, later where there is merely nothing to go by, and ever later as the run
 * gets longer, because a leak that takes a day need not be counted every minute. Used by one thread.
 *
 * <p>Bound on the cost: all censuses together compute for less than {@value #FREE_MILLIS} ms plus {@value #SHARE} of the uptime while they stop the
 * application, and for as much beside it, in the collections that go before them (ZGC, Shenandoah). The first censuses come out of the former, so that a
 * young suspicion is settled quickly; {@value #SPACING_PER_WORK} times what one took, of the one or the other, go by before the next.
 *
 * <p>Where intervals grow, every other one is shorter and those between are longer. A collection only finds what a reference queue, a cleaner or a
 * finalizer lets go of after it, so a census counts what became garbage since the one before: that would grow as evenly as the intervals do. In the
 * first two minutes only where the code shows that something of the sort grows, as the free censuses would be used up before a cache is seen to be full.
 */
final class CensusPlan {
    private static final long FREE_MILLIS = 1_000;
    private static final double SHARE = 0.005;
    /** Times what the last one took: what is free must last until a growth is called a leak, which takes 30 s from the second census on. */
    private static final int SPACING_PER_WORK = 45;

    private static final long SHORTEST_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_NANOS = Duration.ofMinutes(15).toNanos();
    private static final int SUSPECT_PER_UPTIME = 12;
    private static final int UNKNOWN_PER_UPTIME = 6;

    private static final long ALTERNATING_FROM_NANOS = Duration.ofMinutes(2).toNanos();
    private static final double SHORTER = 0.6;
    private static final double LONGER = 2 - SHORTER;

    private long last = Long.MIN_VALUE / 2;
    private double stretch = LONGER;
    private boolean alternating;
    private final Account pausing = new Account();
    private final Account beside = new Account();

    boolean due(Suspicion suspicion, long uptimeNanos) {
        if (suspicion == Suspicion.NONE || pausing.overdrawn(uptimeNanos) || beside.overdrawn(uptimeNanos)) {
            return false;
        }
        long spacing = uptimeNanos / (suspicion == Suspicion.SUSPECT ? SUSPECT_PER_UPTIME : UNKNOWN_PER_UPTIME);
        long affordable = Math.max(SHORTEST_NANOS, SPACING_PER_WORK * Math.max(pausing.last, beside.last));
        long usual = Math.min(LONGEST_NANOS, Math.max(affordable, spacing));
        return uptimeNanos - last >= (alternating || uptimeNanos >= ALTERNATING_FROM_NANOS ? stretch * usual : usual);
    }

    /** From now on. */
    void alternate() {
        alternating = true;
    }

    /**
     * @param paused what the process computed while the application stood still, or zero if the census was refused
     * @param collected what it computed before that beside the application, in a collection of ours
     */
    void taken(long uptimeNanos, Duration paused, Duration collected) {
        last = uptimeNanos;
        stretch = stretch == SHORTER ? LONGER : SHORTER;
        pausing.charge(paused);
        beside.charge(collected);
    }

    /** Nanoseconds of processor time. */
    private static final class Account {
        private long last;
        private long spent;

        void charge(Duration work) {
            last = work.toNanos();
            spent += last;
        }

        boolean overdrawn(long uptimeNanos) {
            return spent > FREE_MILLIS * 1_000_000 + SHARE * uptimeNanos;
        }
    }
}
