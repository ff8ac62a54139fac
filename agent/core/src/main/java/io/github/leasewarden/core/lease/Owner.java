package io.github.leasewarden.core.lease;

import java.lang.ref.WeakReference;

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
