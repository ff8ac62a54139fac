package io.github.leasewarden.core.lease;

import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.rule.Clamp;
import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.weave.InjectedField;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.instrumentation.weave.WeavePoint;
import io.github.leasewarden.reports.Fingerprints;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    private final LeaseList leases = new LeaseList(lanes);
    private final Owners owners = new Owners();
    private final FieldAccess fields;
    private final Registrar registrar;
    private final LateUses lateUses = new LateUses();
    private final ClampLog clamps = new ClampLog();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final AtomicLong dropped = new AtomicLong();

    private volatile WeavePoint[] points = new WeavePoint[0];
    private volatile RuleState[] rules = new RuleState[0];
    /** Written by the expirer after each sweep; a hard cap need not be exact. */
    private volatile boolean full;
    /** Null unless a test extension asked which test opens what. */
    private volatile @Nullable TestScopes tests;

    /** @param opener opens the package of a class to us; see {@link FieldAccess} */
    public LeaseRegistry(CoarseClock clock, LeaseSettings settings, Consumer<Class<?>> opener) {
        this.clock = clock;
        this.settings = settings;
        this.fields = new FieldAccess(opener, InjectedField.LEASE);
        this.registrar = new Registrar(this, new FieldAccess(opener, InjectedField.REGISTRATIONS));
    }

    /** Makes the rules known; before any woven code runs. */
    public void bind(RuleBook book) {
        RuleState[] states = new RuleState[book.rules().size()];
        int maxAge = settings.maxAge() == null ? 0 : CoarseClock.ticks(settings.maxAge());
        for (int i = 0; i < states.length; i++) {
            Rule rule = book.rules().get(i);
            Mode mode = settings.modeOf(rule.id());
            states[i] = new RuleState(
                    rule,
                    mode,
                    CoarseClock.ticks(settings.ttlOf(rule.kind(), mode)),
                    maxAge,
                    Fingerprints.of(rule.id(), rule.kind(), List.of()),
                    lanes);
        }
        rules = states;
        points = book.points().toArray(new WeavePoint[0]);
    }

    @Override
    public @Nullable Object opened(
            int point, Object handle, @Nullable Object owner, @Nullable Object keep, @Nullable Object alias) {
        if (isUntracked()) {
            return null;
        }
        Site site = sites.here(rules[points[point].ruleIndex()]);
        Owner ambient = owner == null ? owners.ambient() : null;
        return opened(site, handle, owner == null ? ambient : owners.of(owner), ambient != null, keep, alias);
    }

    private Lease opened(
            Site site,
            Object handle,
            @Nullable Owner owner,
            boolean ambientOwner,
            @Nullable Object keep,
            @Nullable Object alias) {
        Object kept = alias == null ? keep : new Aliased(new WeakReference<>(alias), keep);
        Lease lease = new Lease(handle, collected, site, clock.now(), owner, ambientOwner, kept);
        Lane mine = lanes.mine();
        site.opened(handle, mine);
        leases.add(lease, mine);
        attribute(lease);
        if (alias != null) {
            fields.set(alias, lease);
        }
        return lease;
    }

    /** Tells the test extension, if there is one, what was opened on this thread. */
    void attribute(Lease lease) {
        TestScopes watching = tests;
        if (watching != null) {
            watching.opened(lease);
        }
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
        if (points[point].hook().handedOut()) {
            handedOut(point, handle);
        } else if (lease(handle) == null) {
            Object lease = opened(point, handle, owner, keep, alias);
            if (lease != null) {
                fields.set(handle, lease);
            }
        }
    }

    private void handedOut(int point, Object handle) {
        boolean later = handle instanceof CompletionStage;
        if (AgentThread.isCurrent() || (!later && !isOpenedByLibrary(lease(handle)))) {
            return;
        }
        Site site = sites.here(rules[points[point].ruleIndex()]);
        TestScopes watching = tests;
        TestScope test = watching == null ? null : watching.current();
        if (later) {
            ((CompletionStage<?>) handle).whenComplete(new StageHandedOut(this, site, test));
        } else {
            handedOut(handle, site, test);
        }
    }

    /** What a library made on a thread of its own was asked for at this site. */
    void handedOut(Object handle, Site site, @Nullable TestScope test) {
        Lease lease = lease(handle);
        if (lease != null && isOpenedByLibrary(lease) && site.isOfApplication()) {
            lease.site().opened.add(-1);
            lease.moveTo(site);
            site.opened(handle);
            TestScopes watching = tests;
            if (watching != null) {
                watching.moveTo(test, lease);
            }
        }
    }

    private static boolean isOpenedByLibrary(@Nullable Lease lease) {
        return lease != null && lease.isOpen() && !lease.site().isOfApplication();
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
        WeavePoint here = points[point];
        return registrar.registered(rules[here.ruleIndex()], here.hook().once(), held, receiver, handle, key, owner);
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
        Lease lease = lease(held);
        if (lease != null) {
            if (lease.isOpen()) {
                lease.touch(clock.now());
            } else {
                lateUses.note(lease, clock.now());
            }
        }
    }

    @Override
    public void delivered(Object held) {
        Lease lease = lease(held);
        if (lease != null && lease.isOpen()) {
            lease.touch(clock.now());
        }
    }

    @Override
    public void usedAll(@Nullable Object held, Object receiver) {
        registrar.usedAll(held, receiver);
    }

    @Override
    public @Nullable Object entered(Object held) {
        Lease lease = lease(held);
        if (lease == null || AgentThread.isCurrent()) {
            return null;
        }
        int status = lease.enter();
        if (status <= Lease.CLAIMED) {
            lease.touch(clock.now());
            return lease;
        }
        lease.leave();
        lateUses.note(lease, clock.now());
        return null;
    }

    @Override
    public void left(Object entered, @Nullable Object result) {
        Lease lease = (Lease) entered;
        if (result instanceof CompletionStage && !isDone(result)) {
            ((CompletionStage<?>) result).whenComplete(new StageEnd(lease, clock));
        } else {
            lease.touch(clock.now());
            lease.leave();
        }
    }

    static boolean isDone(Object stage) {
        return stage instanceof CompletableFuture && ((CompletableFuture<?>) stage).isDone();
    }

    @Override
    public void released(int point, Object held) {
        Lease lease = lease(held);
        if (lease == null || AgentThread.isCurrent()) {
            return;
        }
        over(lease);
    }

    /** The application released it. */
    void over(Lease lease) {
        if (lease.release()) {
            lease.site().released.increment();
            endOwnerOf(lease);
        } else if (lease.status() == Lease.RELEASING || lease.status() == Lease.EXPIRED) {
            lease.site().lateReleases.incrementAndGet();
        }
    }

    private void endOwnerOf(Lease lease) {
        if (owners.isEmpty()) {
            return;
        }
        Object handle = lease.get();
        Owner owner = handle == null ? null : owners.known(handle);
        if (owner != null) {
            owner.close(clock.now());
        }
    }

    @Override
    public void derived(int point, Object held, Object parent, Object child) {
        Lease lease = lease(held);
        if (lease == null || AgentThread.isCurrent()) {
            return;
        }
        Object link = lease;
        if (points[point].hook().keepsParent()) {
            Object root = held instanceof Kept ? ((Kept) held).parent() : lease.get();
            link = new Kept(lease, root == null ? parent : root);
        }
        if (child instanceof CompletionStage) {
            ((CompletionStage<?>) child).whenComplete(new StageChild(link, fields));
        } else {
            fields.set(child, link);
        }
    }

    @Override
    public void acquired(Object held, Object value) {
        Lease lease = lease(held);
        if (lease == null || AgentThread.isCurrent()) {
            return;
        }
        if (value instanceof CompletionStage) {
            ((CompletionStage<?>) value).whenComplete(new StageValue(lease));
        } else {
            lease.hold(value);
        }
    }

    @Override
    public Object scopeEntered(int point, Object owner) {
        Lease lease = lease(owner);
        if (lease != null && lease.isOpen()) {
            lease.touch(clock.now());
        }
        return owners.enter(owner);
    }

    @Override
    public void scopeLeft(Object entered) {
        owners.leave(entered);
    }

    @Override
    public long clamped(int point, long asked) {
        WeavePoint clampPoint = points[point];
        Clamp clamp = clampPoint.hook().clamp();
        Long limit = clamp == null ? null : settings.limits().get(clamp.setting());
        if (clamp == null || limit == null) {
            return asked;
        }
        long given = clamp.apply(asked, limit);
        if (given != asked) {
            clamps.note(clampPoint.rule().id(), clamp.setting(), asked, given);
        }
        return given;
    }

    /** The lease behind whatever advice found: the lease itself, a derived object's link to it, or a stranger to look up. */
    private @Nullable Lease lease(Object held) {
        if (held instanceof Lease) {
            return (Lease) held;
        }
        if (held instanceof Kept) {
            return ((Kept) held).lease();
        }
        Object found = fields.get(held);
        return found instanceof Lease ? (Lease) found : found instanceof Kept ? ((Kept) found).lease() : null;
    }

    CoarseClock clock() {
        return clock;
    }

    LeaseSettings settings() {
        return settings;
    }

    LeaseList leases() {
        return leases;
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
        return rules;
    }

    void attributeTo(TestScopes scopes) {
        tests = scopes;
    }

    void setFull(boolean isFull) {
        full = isFull;
    }

    /** Drops entries of collected objects from all side tables. */
    void drain() {
        fields.drain();
        owners.drain();
        registrar.drain();
    }

    /** Clamps seen so far. */
    public ClampLog clamps() {
        return clamps;
    }

    /** Opens that were not tracked because of the hard cap. */
    public long dropped() {
        return dropped.get();
    }

    /** Opening stacks taken so far. */
    public long stackCaptures() {
        return budget.captures();
    }
}
