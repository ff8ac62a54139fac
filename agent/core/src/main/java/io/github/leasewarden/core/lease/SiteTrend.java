package io.github.leasewarden.core.lease;

/**
 * What sweeps see of a site: how many of its leases are idle, and whether it opened more than it released in each of its last three TTL
 * windows, our own releases not counted as the application's. Written by the expirer's thread; the published figures are read by reports.
 */
final class SiteTrend {
    private static final int WINDOWS = 3;

    private int windowStart;
    private long unreleasedAtStart;
    private int risingWindows;

    private int sweep;
    private long idle;
    private long guard;
    private long strict;

    private volatile long idlePastTtl;
    private volatile long wouldExpireGuard;
    private volatile long wouldExpireStrict;

    /** One lease of the site is idle past its TTL. */
    void countIdle(int inSweep) {
        begin(inSweep);
        idle++;
    }

    /** What modes would do with one lease of the site. */
    void countDecision(int inSweep, boolean byGuard, boolean byStrict) {
        begin(inSweep);
        guard += byGuard ? 1 : 0;
        strict += byStrict ? 1 : 0;
    }

    long idle(int inSweep) {
        return sweep == inSweep ? idle : 0;
    }

    private void begin(int newSweep) {
        if (sweep != newSweep) {
            sweep = newSweep;
            idle = 0;
            guard = 0;
            strict = 0;
        }
    }

    /** The sweep is over. */
    void publish(int inSweep, int now, int ttl, long unreleased) {
        begin(inSweep);
        idlePastTtl = idle;
        wouldExpireGuard = guard;
        wouldExpireStrict = strict;
        if (windowStart == 0) {
            windowStart = now;
            unreleasedAtStart = unreleased;
        } else if (now - windowStart >= ttl) {
            risingWindows = unreleased > unreleasedAtStart ? risingWindows + 1 : 0;
            windowStart = now;
            unreleasedAtStart = unreleased;
        }
    }

    boolean isRising() {
        return risingWindows >= WINDOWS;
    }

    /** Open leases idle past their TTL, at the last sweep. */
    long idlePastTtl() {
        return idlePastTtl;
    }

    long wouldExpireGuard() {
        return wouldExpireGuard;
    }

    long wouldExpireStrict() {
        return wouldExpireStrict;
    }
}
