package io.github.leasewarden.core.lease;

import org.jspecify.annotations.Nullable;

/** The lease an object carries, in its injected field or beside it. Thread-safe. */
final class Carried {
    private final FieldAccess fields;

    Carried(FieldAccess fields) {
        this.fields = fields;
    }

    /** The lease behind whatever advice found: the lease itself, a derived object's link to it, or a stranger to look up. */
    @Nullable
    Lease lease(Object held) {
        if (held instanceof Lease) {
            return (Lease) held;
        }
        if (held instanceof Kept) {
            return ((Kept) held).lease();
        }
        Object found = fields.get(held);
        return found instanceof Lease ? (Lease) found : found instanceof Kept ? ((Kept) found).lease() : null;
    }

    void set(Object object, Lease lease) {
        fields.set(object, lease);
    }

    /**
     * Ties a derived object to its parent's lease. One without a field, of a class loaded before the agent, cannot keep its parent: the map
     * that serves such objects would keep both for ever, as parents refer to what was derived from them. So the child may outlive the
     * parent's collection, which then proves nothing.
     *
     * @param link a lease, or a {@link Kept}
     */
    void link(Object child, Object link) {
        if (link instanceof Kept && !fields.has(child)) {
            Lease lease = ((Kept) link).lease();
            lease.holdNothing();
            fields.set(child, lease);
        } else {
            fields.set(child, link);
        }
    }

    /** Drops what belonged to collected objects. */
    void drain() {
        fields.drain();
    }
}
