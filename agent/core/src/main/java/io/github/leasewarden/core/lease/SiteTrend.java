package io.github.leasewarden.core.lease;

/**
 * Whether a site opened more than it released in each of its last three TTL windows, our own releases not counted as the application's.
 * One thread.
 */
final class SiteTrend {
    private static final int WINDOWS = 3;

    private int windowStart;
    private long unreleasedAtStart;
    private int risingWindows;

    /** What the last sweep saw: written at its end, read by reports. */
    volatile long idlePastTtl;

    volatile long wouldExpireGuard;
    volatile long wouldExpireStrict;

    /** Called at least once a window. */
    void observe(int now, int ttl, long unreleased) {
        if (windowStart == 0) {
            windowStart = now;
            unreleasedAtStart = unreleased;
            return;
        }
        if (now - windowStart >= ttl) {
            risingWindows = unreleased > unreleasedAtStart ? risingWindows + 1 : 0;
            windowStart = now;
            unreleasedAtStart = unreleased;
        }
    }

    boolean isRising() {
        return risingWindows >= WINDOWS;
    }
}
