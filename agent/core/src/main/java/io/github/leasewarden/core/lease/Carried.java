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

    /** @param link a lease, or a {@link Kept} */
    void set(Object object, Object link) {
        fields.set(object, link);
    }

    /** Drops what belonged to collected objects. */
    void drain() {
        fields.drain();
    }
}
