package io.github.leasewarden.core.lease;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was opened for one test, or for one class of tests. Bounded: beyond {@value #MOST} leases that are not released it counts only.
 * Thread-safe.
 */
final class TestScope {
    private static final int MOST = 100_000;
    /** Callers above these may differ between leases that share a site; see {@link Sites}. */
    private static final int CERTAIN_FRAMES = 4;

    private final @Nullable TestScope parent;
    private final ConcurrentHashMap<Lease, Boolean> leases = new ConcurrentHashMap<>();
    private volatile boolean overlapped;
    private volatile boolean over;

    TestScope(@Nullable TestScope parent) {
        this.parent = parent;
    }

    boolean isOver() {
        return over;
    }

    /** Whether another test, that neither contains this one nor is part of it, ever ran at the same time. */
    boolean isOverlapped() {
        return overlapped;
    }

    /** Both run now; notes it unless one contains the other. */
    void meet(TestScope other) {
        if (!isWithin(other) && !other.isWithin(this)) {
            overlapped = true;
            other.overlapped = true;
        }
    }

    private boolean isWithin(TestScope other) {
        for (TestScope scope = this; scope != null; scope = scope.parent) {
            if (scope == other) {
                return true;
            }
        }
        return false;
    }

    /** On an application's thread. */
    void add(Lease lease) {
        if (leases.mappingCount() < MOST || prune()) {
            leases.put(lease, Boolean.TRUE);
        }
    }

    /** Drops what was released meanwhile: a test that opens and closes by the million is no leak. Returns whether there is room now. */
    private boolean prune() {
        for (Lease lease : leases.keySet()) {
            if (lease.status() == Lease.RELEASED) {
                leases.remove(lease);
            }
        }
        return leases.mappingCount() < MOST;
    }

    void remove(Lease lease) {
        leases.remove(lease);
    }

    /** Takes over what another scope has. */
    void takeOver(TestScope other) {
        leases.putAll(other.leases);
        other.end();
    }

    void end() {
        over = true;
        leases.clear();
    }

    /**
     * What the application did not release, by site. What the agent released and what the garbage collector took counts too: a
     * verdict about a test must not depend on when either came by.
     */
    List<LeftOpen> leftOpen() {
        Map<Site, Long> counts = new LinkedHashMap<>();
        for (Lease lease : leases.keySet()) {
            if (lease.status() != Lease.RELEASED) {
                counts.merge(lease.site(), (long) lease.weight(), Long::sum);
            }
        }
        List<LeftOpen> left = new ArrayList<>();
        counts.forEach((site, count) -> left.add(new LeftOpen(
                site.rule().kind(),
                site.rule().id(),
                site.fingerprint(),
                site.handleClass(),
                count,
                site.frames().subList(0, Math.min(CERTAIN_FRAMES, site.frames().size())))));
        return left;
    }
}
