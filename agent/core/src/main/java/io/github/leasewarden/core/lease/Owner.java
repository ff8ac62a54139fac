package io.github.leasewarden.core.lease;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object whose end should end leases: a WebSocket session, a request. It can be asked whether it is gone, never for the object:
 * nobody may keep an owner alive by looking at it. Thread-safe.
 */
final class Owner {
    private static final int FEW = 8;

    private final End object;
    private final String className;
    /** Tick of its end, or 0. */
    private volatile int endedAt;

    private volatile boolean closed;
    /** Sites it left leases of behind; the expirer's thread only. */
    private final Set<Site> leftBehind = new HashSet<>(2);

    /** Its leases; the expirer's thread only. */
    private final ArrayList<Lease> leases = new ArrayList<>(0);
    /** More leases than this, and ended ones are left out. */
    private int many = FEW;

    /** Tells of the object's collection. */
    static final class End extends WeakReference<Object> {
        private final Owner owner;

        private End(Object object, @Nullable ReferenceQueue<Object> queue, Owner owner) {
            super(object, queue);
            this.owner = owner;
        }

        Owner owner() {
            return owner;
        }
    }

    /** @param queue hears of the object's collection, as an {@link End} */
    Owner(Object object, @Nullable ReferenceQueue<Object> queue) {
        this.object = new End(object, queue, this);
        this.className = object.getClass().getName();
    }

    /** The owner was closed by the application or its library. Returns whether that is news. */
    boolean close(int tick) {
        boolean news = endedAt == 0;
        if (news) {
            closed = true;
            endedAt = tick;
        }
        return news;
    }

    /** Remembers one of its leases. */
    void own(Lease lease) {
        if (leases.size() >= many) {
            leases.removeIf(Lease::isOver);
            many = Math.max(FEW, 2 * leases.size());
        }
        leases.add(lease);
    }

    /** Hands over its leases and forgets them. */
    void takeLeases(Consumer<Lease> taker) {
        leases.forEach(taker);
        leases.clear();
        leases.trimToSize();
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
