package io.github.leasewarden.core.lease;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The leases one thread opened since the expirer's last tick, in an order nobody needs, and its share of some counts. Only that thread
 * adds, so adding is a plain store into an array that is mostly still young: neither an atomic instruction nor a fence of the garbage
 * collector's, which together cost more than the rest of opening.
 *
 * <p>Slots below {@code used} are written by nobody but the expirer, which empties them; an older chunk is never added to. So an unlinked
 * chunk is empty for ever, and a link that still leads to it loses nothing. Were the expirer to stand still, ended leases would still go:
 * a full chunk is replaced by one with its open leases. The thread is held weakly and its lane is free for another once it was collected.
 */
final class Lane {
    private static final int CHUNK = 64;
    private static final VarHandle OWNER;
    private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(long[].class);

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(Lane.class, "owner", WeakReference.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final class Chunk extends AtomicReferenceArray<@Nullable Lease> {
        private static final long serialVersionUID = 1;

        private transient volatile @Nullable Chunk next;

        Chunk(@Nullable Chunk next) {
            super(CHUNK);
            this.next = next;
        }
    }

    private volatile @Nullable WeakReference<Thread> owner;
    private volatile @Nullable Chunk head;
    /** Added to by the owner, read by any. */
    private volatile long[] counts = {};
    /** How many slots of the head were given away; the owner's alone. */
    private int used = CHUNK;

    /** Whether the current thread is the one that may {@link #add}; makes it so if the lane is free. */
    boolean belongsTo(Thread current) {
        WeakReference<Thread> known = owner;
        if (known != null && known.refersTo(current)) { // cheaper than get(), which tells the collector of the thread
            return true;
        }
        return (known == null || known.refersTo(null))
                && OWNER.compareAndSet(this, known, new WeakReference<>(current));
    }

    void add(Lease lease) {
        Chunk chunk = head;
        if (used == CHUNK || chunk == null) {
            chunk = renew(chunk);
        }
        chunk.setRelease(used++, lease);
    }

    /** Adds to a count of the lane; the owner only. */
    void count(int number, long more) {
        long[] known = counts;
        if (number >= known.length) {
            known = Arrays.copyOf(known, number + 8);
            counts = known;
        }
        COUNT.setRelease(known, number, known[number] + more);
    }

    long count(int number) {
        long[] known = counts;
        return number < known.length ? (long) COUNT.getAcquire(known, number) : 0;
    }

    /** A new head: with what is still open of the old one if that is little, before it otherwise. */
    private Chunk renew(@Nullable Chunk full) {
        Chunk fresh = new Chunk(full);
        int kept = 0;
        if (full != null) {
            for (int i = 0; i < CHUNK && kept <= CHUNK / 2; i++) {
                Lease lease = full.getAcquire(i);
                if (lease != null && !lease.isOver()) {
                    fresh.setPlain(kept++, lease);
                }
            }
            if (kept <= CHUNK / 2) {
                fresh.next = full.next;
            } else {
                while (kept > 0) {
                    fresh.setPlain(--kept, null); // too many: the full one stays
                }
            }
        }
        used = kept;
        head = fresh;
        return fresh;
    }

    /** How many leases were added and not taken out, ended or not. */
    int held() {
        int held = 0;
        for (Chunk chunk = head; chunk != null; chunk = chunk.next) {
            for (int i = 0; i < CHUNK; i++) {
                held += chunk.getAcquire(i) == null ? 0 : 1;
            }
        }
        return held;
    }

    /** Takes out what was added; the expirer only. What is copied to a new head meanwhile comes again. */
    void takeNew(Consumer<Lease> taker) {
        Chunk first = head;
        for (Chunk chunk = first; chunk != null; chunk = chunk.next) {
            for (int i = 0; i < CHUNK; i++) {
                Lease lease = chunk.getAcquire(i);
                if (lease != null) {
                    chunk.setRelease(i, null);
                    if (!lease.isOver()) {
                        taker.accept(lease);
                    }
                }
            }
        }
        if (first != null) {
            first.next = null;
        }
    }
}
