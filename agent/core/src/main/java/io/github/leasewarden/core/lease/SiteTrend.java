package io.github.leasewarden.core.lease;

/**
 * What the passes over due leases see of a site: how many of its leases are idle, and whether it opened more than it released in each of its last three TTL
 * windows, our own releases not counted as the application's. Written by the expirer's thread; the published figures are read by reports.
 */
final class SiteTrend {
    private static final int WINDOWS = 3;

    private int windowStart;
    private long unreleasedAtStart;
    private int risingWindows;

    private int pass;
    private long idle;
    private long guard;
    private long strict;

    private volatile long idlePastTtl;
    private volatile long wouldExpireGuard;
    private volatile long wouldExpireStrict;

    /** One lease of the site is idle past its TTL. */
    void countIdle(int inPass) {
        begin(inPass);
        idle++;
    }

    /** What modes would do with one lease of the site. */
    void countDecision(int inPass, boolean byGuard, boolean byStrict) {
        begin(inPass);
        guard += byGuard ? 1 : 0;
        strict += byStrict ? 1 : 0;
    }

    long idle(int inPass) {
        return pass == inPass ? idle : 0;
    }

    private void begin(int newPass) {
        if (pass != newPass) {
            pass = newPass;
            idle = 0;
            guard = 0;
            strict = 0;
        }
    }

    /** A pass over all leases that fell due is over. */
    void publish(int inPass) {
        begin(inPass);
        idlePastTtl = idle;
        wouldExpireGuard = guard;
        wouldExpireStrict = strict;
    }

    /** Looks whether a TTL window ended; often, whether or not anything is due. */
    void window(int now, int ttl, long unreleased) {
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

    /** Open leases idle past their TTL, at the last pass. */
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
