package io.github.leasewarden.core.lease;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The registrations of one receiver; hangs from the receiver's injected field. Holds handles weakly: if a rule misses a way by which its
 * library drops a registration, we must not be what keeps the handle alive. It is also the weak reference to its receiver, by which the
 * agent learns that all of them are over. Thread-safe.
 */
final class Registrations extends WeakReference<Object> {
    private final ConcurrentHashMap<Object, Registration> byHandle = new ConcurrentHashMap<>(4);
    private volatile int lastUse;

    Registrations(Object receiver, ReferenceQueue<Object> queue, int now) {
        super(receiver, queue);
        this.lastUse = now;
    }

    int lastUse() {
        return lastUse;
    }

    /** All of them were used; returns the ticks since the time before, or 0 within a tick. */
    int touch(int now) {
        int gap = now - lastUse;
        if (gap > 0) {
            lastUse = now;
        }
        return gap;
    }

    @Nullable
    Registration find(Object handle, @Nullable Object key) {
        return byHandle.get(new Probe(handle, key));
    }

    void add(Registration made) {
        byHandle.put(made, made);
    }

    void remove(Registration over) {
        byHandle.remove(over);
    }

    Iterable<Registration> all() {
        return byHandle.values();
    }

    private static final class Probe {
        private final Object handle;
        private final @Nullable Object key;

        Probe(Object handle, @Nullable Object key) {
            this.handle = handle;
            this.key = key;
        }

        @Override
        public int hashCode() {
            return Registration.hash(handle, key);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Registration
                    && ((Registration) other).refersTo(handle)
                    && Registration.sameKey(key, ((Registration) other).key());
        }
    }
}
