package io.github.leasewarden.core.lease;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lease of a handle registered with a receiver. A handle registered twice is one lease counted twice. It is its own key in its table, equal
 * by identity of handle and key. Thread-safe.
 */
final class Registration extends Lease {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(Registration.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Registrations table;
    private final @Nullable Object key;
    private final int hash;

    @SuppressWarnings("unused") // through COUNT
    private volatile int count = 1;

    Registration(
            Object handle,
            @Nullable Object key,
            ReferenceQueue<Object> queue,
            Site site,
            int now,
            @Nullable Owner owner,
            boolean ambientOwner,
            Registrations table) {
        super(handle, queue, site, now, owner, ambientOwner, null);
        this.table = table;
        this.key = key;
        this.hash = hash(handle, key);
    }

    Registrations table() {
        return table;
    }

    @Nullable
    Object key() {
        return key;
    }

    @Override
    int lastUse() {
        return Math.max(super.lastUse(), table.lastUse());
    }

    /** One more registration; false if the last one was just taken back. */
    boolean again() {
        while (true) {
            int now = (int) COUNT.getVolatile(this);
            if (now == 0 || !isOpen()) {
                return false;
            }
            if (COUNT.compareAndSet(this, now, now + 1)) {
                return true;
            }
        }
    }

    /** One registration less; true if that was the last one. */
    boolean takenBack() {
        while (true) {
            int now = (int) COUNT.getVolatile(this);
            if (now == 0) {
                return false;
            }
            if (COUNT.compareAndSet(this, now, now - 1)) {
                return now == 1;
            }
        }
    }

    @Override
    int weight() {
        return Math.max(1, (int) COUNT.getVolatile(this));
    }

    /** Keys are compared as their library does it: event names by value, everything else by identity. */
    static boolean sameKey(@Nullable Object a, @Nullable Object b) {
        return a == b || (a instanceof String && a.equals(b));
    }

    static int hash(Object handle, @Nullable Object key) {
        int ofKey = key instanceof String ? key.hashCode() : System.identityHashCode(key);
        return System.identityHashCode(handle) * 31 + ofKey;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}
