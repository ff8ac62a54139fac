package io.github.leasewarden.core.lease;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A tracked resource: the weak reference to its handle, and one word of state.
 *
 * <pre>
 *   OPEN ──claim──▶ CLAIMED ──commit──▶ RELEASING ──▶ EXPIRED | FAILED
 *     │  ◀──abort──    │
 *     └────release─────┴──▶ RELEASED        handle gone, nothing left to do: COLLECTED
 * </pre>
 *
 * The low 24 bits of the word count calls in flight. A claim succeeds only with none; {@link #commit} looks again, so a call that
 * slipped in between claim and commit wins. After the commit a call is a use after expiry. An application's release wins over a
 * claim. Only the winner of the commit releases, so a release happens at most once and never during a call.
 *
 * <p>56 bytes with compressed references, and a reference from where it is kept: its thread's {@link Lane}, from the next tick on its rule's
 * {@link DueWheel}. Thread-safe, lock-free.
 */
class Lease extends WeakReference<Object> {
    static final int OPEN = 0;
    static final int CLAIMED = 1;
    static final int RELEASING = 2;
    static final int EXPIRED = 3;
    static final int FAILED = 4;
    static final int RELEASED = 5;
    static final int COLLECTED = 6;

    private static final Object NOTHING = new Object();
    private static final int STATUS_SHIFT = 24;
    private static final int CALLS_MASK = (1 << STATUS_SHIFT) - 1;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Lease.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through STATE
    private volatile int state;

    private final int openedAt;
    private int lastUse;
    /** Plain: a volatile write would cost an opening a full fence, and either site of a lease that moves is a whole one. */
    private Site site;

    private final @Nullable Owner owner;
    /** Whether the owner was taken from the thread's scope instead of named by the rule. */
    private final boolean ambientOwner;
    /** Handed to the releaser and not come back: agent threads only. */
    private volatile boolean queued;
    /** Kept by the {@link Schedule}, no longer only by those that opened it; the expirer's thread only. */
    private boolean takenIn;
    /** Fell due and is reviewed at every sweep; the expirer's thread only. */
    private boolean inReview;

    private volatile @Nullable Object keep;

    Lease(
            Object handle,
            ReferenceQueue<Object> queue,
            Site site,
            int now,
            @Nullable Owner owner,
            boolean ambientOwner,
            @Nullable Object keep) {
        super(handle, queue);
        this.site = site;
        this.openedAt = now;
        this.lastUse = now;
        this.owner = owner;
        this.ambientOwner = ambientOwner;
        if (keep != null) {
            this.keep = keep; // a volatile write costs a fence, and most leases keep nothing
        }
    }

    Site site() {
        return site;
    }

    /** It turned out who opened it. */
    void moveTo(Site better) {
        site = better;
    }

    @Nullable
    Owner owner() {
        return owner;
    }

    boolean hasAmbientOwner() {
        return ambientOwner;
    }

    boolean isQueued() {
        return queued;
    }

    void setQueued(boolean isQueued) {
        queued = isQueued;
    }

    boolean isTakenIn() {
        return takenIn;
    }

    void setTakenIn() {
        takenIn = true;
    }

    boolean isInReview() {
        return inReview;
    }

    void setInReview(boolean isInReview) {
        inReview = isInReview;
    }

    int openedAt() {
        return openedAt;
    }

    /** Tick of the last use. */
    int lastUse() {
        return lastUse;
    }

    /** What the lease holds strongly for its release, or null. */
    @Nullable
    Object held() {
        Object held = beside(keep);
        return held == NOTHING ? null : held;
    }

    private static @Nullable Object beside(@Nullable Object kept) {
        return kept instanceof Aliased ? ((Aliased) kept).held() : kept;
    }

    /** The object to release it through: its handle, or the alias it was opened with. */
    @Nullable
    Object subject() {
        Object value = keep;
        return value instanceof Aliased ? ((Aliased) value).alias().get() : get();
    }

    /** For how many openings it stands. */
    int weight() {
        return 1;
    }

    int status() {
        return (int) STATE.getVolatile(this) >>> STATUS_SHIFT;
    }

    boolean isOpen() {
        return status() <= CLAIMED;
    }

    boolean isOver() {
        return status() >= EXPIRED;
    }

    int calls() {
        return (int) STATE.getVolatile(this) & CALLS_MASK;
    }

    /** Notes a use; a data race with another use loses nothing that matters. */
    void touch(int now) {
        int gap = now - lastUse;
        if (gap > 0) {
            lastUse = now;
            site.usedAfter(gap);
        }
    }

    /** A use without a call: like {@link #touch}, and a claim that has not been committed is off. */
    void use(int now) {
        touch(now);
        if (status() == CLAIMED) {
            abort();
        }
    }

    /** A call begins; returns the status it found. Every enter must be followed by one {@link #leave}. */
    int enter() {
        return (int) STATE.getAndAdd(this, 1) >>> STATUS_SHIFT;
    }

    void leave() {
        STATE.getAndAdd(this, -1);
    }

    /** The agent wants it; only if it is open and no call is in flight. */
    boolean claim() {
        return STATE.compareAndSet(this, OPEN, CLAIMED << STATUS_SHIFT);
    }

    /** Like {@link #claim}, once the handle was collected: calls still in flight then are pending stages nobody will ever look at. */
    boolean claimAbandoned() {
        return move(OPEN, CLAIMED);
    }

    /** Like {@link #commit}, after {@link #claimAbandoned}. */
    boolean commitAbandoned() {
        return move(CLAIMED, RELEASING);
    }

    /** The agent changed its mind. */
    void abort() {
        move(CLAIMED, OPEN);
    }

    /** The point of no return; false if a call or the application's release came first. */
    boolean commit() {
        return STATE.compareAndSet(this, CLAIMED << STATUS_SHIFT, RELEASING << STATUS_SHIFT);
    }

    /** The agent's release ended; from then on {@link #lastUse()} is the time of that. */
    void finish(boolean released, int now) {
        lastUse = now;
        move(RELEASING, released ? EXPIRED : FAILED);
        forget();
    }

    /** The application releases it; false if it was over or being released already. */
    boolean release() {
        if (STATE.compareAndSet(this, OPEN, RELEASED << STATUS_SHIFT)
                || move(OPEN, RELEASED)
                || move(CLAIMED, RELEASED)) {
            forget();
            return true;
        }
        return false;
    }

    /** Its handle is gone and nothing is left to release; false if it was not open. */
    boolean collected() {
        if (move(OPEN, COLLECTED)) {
            forget();
            return true;
        }
        return false;
    }

    /** Holds something that must be released with it. */
    void hold(Object value) {
        Object before = keep;
        if (beside(before) != NOTHING) {
            keep = before instanceof Aliased ? new Aliased(((Aliased) before).alias(), value) : value;
        }
    }

    /** From now on its handle's collection releases nothing, whatever else it acquires. */
    void holdNothing() {
        hold(NOTHING);
    }

    void forget() {
        if (keep != null) {
            keep = null;
        }
    }

    private boolean move(int from, int to) {
        while (true) {
            int word = (int) STATE.getVolatile(this);
            if (word >>> STATUS_SHIFT != from) {
                return false;
            }
            if (STATE.compareAndSet(this, word, to << STATUS_SHIFT | word & CALLS_MASK)) {
                return true;
            }
        }
    }
}
