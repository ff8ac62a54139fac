package io.github.leasewarden.core.lease;

import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;

/**
 * An object whose end should end leases: a WebSocket session, a request. It can be asked whether it is gone, never for the object:
 * nobody may keep an owner alive by looking at it. Thread-safe.
 */
final class Owner {
    private final WeakReference<Object> object;
    private final String className;
    /** Tick of its end, or 0. */
    private volatile int endedAt;

    private volatile boolean closed;
    /** Sites it left leases of behind; the expirer's thread only. */
    private final Set<Site> leftBehind = new HashSet<>(2);

    Owner(Object object) {
        this.object = new WeakReference<>(object);
        this.className = object.getClass().getName();
    }

    /** The owner was closed by the application or its library. */
    void close(int tick) {
        if (endedAt == 0) {
            closed = true;
            endedAt = tick;
        }
    }

    /** Notes a collection since the last look. */
    void look(int tick) {
        if (endedAt == 0 && object.refersTo(null)) {
            endedAt = tick;
        }
    }

    boolean isGone() {
        return endedAt != 0;
    }

    /** Whether it was not yet counted for this site. One thread. */
    boolean countsFor(Site site) {
        return leftBehind.add(site);
    }

    Cause cause() {
        return closed ? Cause.OWNER_CLOSED : Cause.OWNER_COLLECTED;
    }

    /** Ticks since its end; only if it is gone. */
    int goneFor(int tick) {
        return tick - endedAt;
    }

    String className() {
        return className;
    }
}
