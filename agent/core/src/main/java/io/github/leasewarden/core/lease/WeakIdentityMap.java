package io.github.leasewarden.core.lease;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts about objects that have no field of ours, by identity; an entry goes when its object does. A value must not reach its own key
 * strongly. Never calls an application's {@code equals} or {@code hashCode}. Thread-safe.
 */
public final class WeakIdentityMap<V> {
    private final ConcurrentHashMap<Object, V> map = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /** The value, or null. */
    public @Nullable V get(Object key) {
        return map.isEmpty() ? null : map.get(new Probe(key));
    }

    /** Like {@link java.util.Map#putIfAbsent}. */
    @Nullable
    V putIfAbsent(Object key, V value) {
        drain();
        return map.putIfAbsent(new Key(key, collected), value);
    }

    /** Like {@link java.util.Map#put}. */
    public void put(Object key, V value) {
        drain();
        map.put(new Key(key, collected), value);
    }

    boolean isEmpty() {
        return map.isEmpty();
    }

    int size() {
        return map.size();
    }

    /** Drops entries of collected objects; also called by the agent's own thread, for maps nobody writes to any more. */
    public void drain() {
        for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
            map.remove(key);
        }
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object object, ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // identity is the point
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object mine = other instanceof Key ? get() : null;
            return mine != null && ((Key) other).refersTo(mine);
        }
    }

    /** Looks up without making a weak reference. */
    private static final class Probe {
        private final Object object;

        Probe(Object object) {
            this.object = object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).refersTo(object);
        }
    }
}
