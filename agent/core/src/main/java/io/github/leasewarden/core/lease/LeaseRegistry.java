package io.github.leasewarden.core.lease;

import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.weave.InjectedField;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.thread.AgentThread;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns hook calls into leases. Every method runs on an application thread, possibly under its locks: no lock is taken, nothing waits,
 * nothing is called that could call the application back. Thread-safe.
 */
public final class LeaseRegistry extends LeaseHooks.Sink {
    private final CoarseClock clock;
    private final LeaseSettings settings;
    private final StackBudget budget = new StackBudget();
    private final Sites sites = new Sites(budget);
    private final Lanes lanes = new Lanes();
    private final NewLeases newLeases = new NewLeases(lanes);
    private final Owners owners = new Owners();
    private final Carried carried;
    private final Links links;
    private final HandOuts handOuts;
    private final Registrar registrar;
    private final LateUses lateUses = new LateUses();
    private final ClampLog clamps;
    private final LargeResults largeResults;
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final AtomicLong dropped = new AtomicLong();

    private volatile BoundRules bound = BoundRules.NONE;
    /** Written by the expirer after each sweep; a hard cap need not be exact. */
    private volatile boolean full;

    /** @param opener opens the package of a class to us; see {@link FieldAccess} */
    public LeaseRegistry(CoarseClock clock, LeaseSettings settings, Consumer<Class<?>> opener) {
        this.clock = clock;
        this.settings = settings;
        this.carried = new Carried(new FieldAccess(opener, InjectedField.LEASE));
        this.links = new Links(carried);
        this.handOuts = new HandOuts(carried, sites);
        this.clamps = new ClampLog(settings.limits());
        this.largeResults = new LargeResults(sites, settings.limits());
        this.registrar = new Registrar(this, new FieldAccess(opener, InjectedField.REGISTRATIONS));
    }

    /** Makes the rules known; before any woven code runs. */
    public void bind(RuleBook book) {
        bound = new BoundRules(book, settings, lanes);
    }

    @Override
    public @Nullable Object opened(
            int point, Object handle, @Nullable Object owner, @Nullable Object keep, @Nullable Object alias) {
        if (isUntracked()) {
            return null;
        }
        Site site = sites.here(bound.ruleOf(point));
        Owner named = owners.named(owner, handle);
        Owner ambient = named == null ? owners.ambient() : null;
        Owner of = named == null ? ambient : named;
        Object kept = alias == null ? keep : new Aliased(new WeakReference<>(alias), keep);
        Lease lease = new Lease(handle, collected, site, clock.now(), of, ambient != null, kept);
        Lane mine = lanes.mine();
        site.opened(handle, mine);
        newLeases.add(lease, mine);
        if (alias != null) {
            carried.set(alias, lease);
        }
        return lease;
    }

    /** What our own threads open is nobody's leak; what is beyond the hard cap is counted only. */
    private boolean isUntracked() {
        if (AgentThread.isCurrent()) {
            return true;
        }
        if (full) {
            dropped.incrementAndGet();
        }
        return full;
    }

    @Override
    public void openedElsewhere(
            int point, Object handle, @Nullable Object owner, @Nullable Object keep, @Nullable Object alias) {
        if (bound.point(point).hook().handedOut()) {
            handOuts.handedOut(bound.ruleOf(point), handle);
        } else if (carried.lease(handle) == null) {
            Object lease = opened(point, handle, owner, keep, alias);
            if (lease != null) {
                carried.set(handle, (Lease) lease);
            }
        }
    }

    @Override
    public @Nullable Object registered(
            int point,
            @Nullable Object held,
            Object receiver,
            @Nullable Object handle,
            @Nullable Object key,
            @Nullable Object owner) {
        if (handle == null || isUntracked()) {
            return held;
        }
        BoundRules known = bound;
        boolean once = known.point(point).hook().once();
        return registrar.registered(known.ruleOf(point), once, held, receiver, handle, key, owner);
    }

    @Override
    public void unregistered(
            int point, @Nullable Object held, Object receiver, @Nullable Object handle, @Nullable Object key) {
        if (handle != null) {
            registrar.unregistered(held, receiver, handle, key);
        }
    }

    @Override
    public void unregisteredAll(int point, @Nullable Object held, Object receiver) {
        registrar.unregisteredAll(held, receiver);
    }

    @Override
    public void used(Object held) {
        Lease lease = carried.lease(held);
        if (lease != null && !AgentThread.isCurrent()) {
            if (lease.isOpen()) {
                lease.use(clock.now());
            } else {
                lateUses.note(lease, clock.now());
            }
        }
    }

    @Override
    public void delivered(Object held) {
        Lease lease = carried.lease(held);
        if (lease != null && lease.isOpen() && !AgentThread.isCurrent()) {
            lease.use(clock.now());
        }
    }

    @Override
    public void usedAll(@Nullable Object held, Object receiver) {
        registrar.usedAll(held, receiver);
    }

    @Override
    public @Nullable Object entered(Object held) {
        Lease lease = carried.lease(held);
        if (lease == null || AgentThread.isCurrent()) {
            return null;
        }
        int status = lease.enter();
        if (status <= Lease.CLAIMED) {
            lease.touch(clock.now());
            if (status == Lease.CLAIMED) {
                lease.abort(); // the call may be over before the claim is committed
            }
            return lease;
        }
        lease.leave();
        lateUses.note(lease, clock.now());
        return null;
    }

    @Override
    public void left(Object entered, @Nullable Object result) {
        Lease lease = (Lease) entered;
        if (result instanceof CompletionStage && !StageEnd.isDone(result)) {
            ((CompletionStage<?>) result).whenComplete(new StageEnd(lease, clock));
        } else {
            lease.touch(clock.now());
            lease.leave();
        }
    }

    @Override
    public void released(int point, Object held) {
        Lease lease = carried.lease(held);
        if (lease == null || AgentThread.isCurrent()) {
            return;
        }
        over(lease);
    }

    /** The application released it. */
    void over(Lease lease) {
        if (lease.release()) {
            lease.site().released.increment();
            owners.close(lease, clock.now());
        } else if (lease.status() == Lease.RELEASING || lease.status() == Lease.EXPIRED) {
            lease.site().lateReleases.incrementAndGet();
        }
    }

    @Override
    public void derived(int point, Object held, Object parent, Object child) {
        links.derived(held, bound.point(point).hook().keepsParent(), parent, child);
    }

    @Override
    public void acquired(Object held, Object value) {
        links.acquired(held, value);
    }

    @Override
    public Object scopeEntered(int point, Object owner) {
        Lease lease = carried.lease(owner);
        if (lease != null && lease.isOpen()) {
            lease.use(clock.now());
        }
        return owners.enter(owner);
    }

    @Override
    public void scopeLeft(Object entered) {
        owners.leave(entered);
    }

    @Override
    public long clamped(int point, long asked) {
        return clamps.clamped(bound.point(point), asked);
    }

    @Override
    public void measured(int point, Object value) {
        if (!AgentThread.isCurrent()) {
            largeResults.measured(bound.point(point), bound.ruleOf(point), value);
        }
    }

    CoarseClock clock() {
        return clock;
    }

    LeaseSettings settings() {
        return settings;
    }

    NewLeases newLeases() {
        return newLeases;
    }

    ReferenceQueue<Object> collected() {
        return collected;
    }

    StackBudget budget() {
        return budget;
    }

    Sites sites() {
        return sites;
    }

    Owners owners() {
        return owners;
    }

    LateUses lateUses() {
        return lateUses;
    }

    RuleState[] rules() {
        return bound.rules();
    }

    void attributeTo(TestScopes scopes) {
        newLeases.attributeTo(scopes);
        handOuts.attributeTo(scopes);
    }

    void setFull(boolean isFull) {
        full = isFull;
    }

    /** Drops entries of collected objects from all side tables. */
    void drain() {
        carried.drain();
        owners.drain();
        registrar.drain();
    }

    /** Results larger than their limit so far. */
    public LargeResults largeResults() {
        return largeResults;
    }

    /** Clamps seen so far. */
    public ClampLog clamps() {
        return clamps;
    }

    /** Opens that were not tracked because of the hard cap. */
    public long dropped() {
        return dropped.get();
    }

    /** Uses of leases the agent had released, so far. */
    public long falsePositives() {
        return lateUses.count();
    }

    /** Opening stacks taken so far. */
    public long stackCaptures() {
        return budget.captures();
    }
}
