package io.github.leasewarden.core.lease;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The owners known so far, and the one the current thread works for. Thread-safe. */
final class Owners {
    private static final Owner NOBODY = new Owner(new Object(), null);

    private final WeakIdentityMap<Owner> owners = new WeakIdentityMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final ConcurrentLinkedQueue<Owner> closed = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<@Nullable Owner> scope = new ThreadLocal<>();
    private volatile boolean scopesUsed;

    Owner of(Object object) {
        Owner known = owners.get(object);
        if (known != null) {
            return known;
        }
        Owner made = new Owner(object, collected);
        Owner raced = owners.putIfAbsent(object, made);
        return raced == null ? made : raced;
    }

    /** The owner a rule named for a handle, or null if it named none; whatever it says, nothing owns itself. */
    @Nullable
    Owner named(@Nullable Object object, Object handle) {
        return object == null || object == handle ? null : of(object);
    }

    /** Work by this object is work for the owner: a handler works for the connection it was registered with. */
    void alias(Object object, Owner owner) {
        owners.putIfAbsent(object, owner);
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

    /** What a lease stands for was released: if it is an owner, that is its end. */
    void close(Lease lease, int tick) {
        Object object = owners.isEmpty() ? null : lease.get();
        Owner owner = object == null ? null : owners.get(object);
        if (owner != null && owner.close(tick)) {
            closed.add(owner);
        }
    }

    /** Hands over owners that ended since the last time; the expirer's thread only. */
    void takeEnded(int now, Consumer<Owner> taker) {
        for (Owner owner = closed.poll(); owner != null; owner = closed.poll()) {
            taker.accept(owner);
        }
        for (Reference<?> end = collected.poll(); end != null; end = collected.poll()) {
            Owner owner = ((Owner.End) end).owner();
            if (!owner.isGone()) {
                owner.look(now);
                taker.accept(owner);
            }
        }
    }

    void drain() {
        owners.drain();
    }
}
