package io.github.leasewarden.core.lease;

import org.jspecify.annotations.Nullable;

/** The owners known so far, and the one the current thread works for. Thread-safe. */
final class Owners {
    private static final Owner NOBODY = new Owner(new Object());

    private final WeakIdentityMap<Owner> owners = new WeakIdentityMap<>();
    private final ThreadLocal<@Nullable Owner> scope = new ThreadLocal<>();
    private volatile boolean scopesUsed;

    Owner of(Object object) {
        Owner known = owners.get(object);
        if (known != null) {
            return known;
        }
        Owner made = new Owner(object);
        Owner raced = owners.putIfAbsent(object, made);
        return raced == null ? made : raced;
    }

    /** Work by this object is work for the owner: a handler works for the connection it was registered with. */
    void alias(Object object, Owner owner) {
        owners.putIfAbsent(object, owner);
    }

    boolean isEmpty() {
        return owners.isEmpty();
    }

    /** The owner this object is, if anything was ever opened for it. */
    @Nullable
    Owner known(Object object) {
        return owners.get(object);
    }

    @Nullable
    Owner ambient() {
        return scopesUsed ? scope.get() : null;
    }

    /** Returns what {@link #leave} wants back. */
    Object enter(Object object) {
        scopesUsed = true;
        Owner before = scope.get();
        scope.set(of(object));
        return before == null ? NOBODY : before;
    }

    void leave(Object before) {
        if (before == NOBODY) {
            scope.remove();
        } else {
            scope.set((Owner) before);
        }
    }

    void drain() {
        owners.drain();
    }
}
