package io.github.leasewarden.core.lease;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Says which test a lease was opened for: the one its thread runs, or the one whose thread started this one. What cannot be told is kept
 * apart, never guessed. Used only when a test extension asks for it; until then the registry knows none. Thread-safe.
 *
 * <p>A pool's thread inherits the test that happened to start it and then works for others. So while other tests run too,
 * inheritance counts only for threads whose work is the application's own code from the bottom up.
 */
public final class TestScopes {
    /** A thread's test. */
    private record Mark(
            TestScope scope, boolean own, @Nullable Mark before) {}

    /** A named class: hook paths use no lambdas. */
    private static final class Marks extends InheritableThreadLocal<@Nullable Mark> {
        @Override
        protected @Nullable Mark childValue(@Nullable Mark parent) {
            return parent == null || parent.scope().isOver() ? null : new Mark(parent.scope(), false, null);
        }
    }

    private final Marks marks = new Marks();
    private final ConcurrentHashMap<Long, TestScope> running = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final TestScope unattributed = new TestScope(null);

    /** Makes the registry tell us what is opened, with its stack whatever that costs. */
    public static TestScopes watch(LeaseRegistry registry) {
        TestScopes scopes = new TestScopes();
        registry.budget().lift();
        registry.attributeTo(scopes);
        return scopes;
    }

    /**
     * A test begins; no thread works for it yet.
     *
     * @param parent the test class it is part of, or 0
     * @return its number, never 0
     */
    public synchronized long begin(long parent) {
        TestScope scope = new TestScope(running.get(parent));
        for (TestScope other : running.values()) {
            scope.meet(other);
        }
        long id = ids.incrementAndGet();
        running.put(id, scope);
        return id;
    }

    /** The current thread works for a test until {@link #leave}. */
    public void enter(long test) {
        marks.set(new Mark(scope(test), true, marks.get()));
    }

    /** The current thread works for whatever it worked for before. */
    public void leave() {
        Mark mark = marks.get();
        Mark before = mark == null ? null : mark.before();
        if (before == null) {
            marks.remove();
        } else {
            marks.set(before);
        }
    }

    /** What one test opened is another's, which goes on with it. */
    public void takeOver(long from, long to) {
        TestScope old = running.remove(from);
        if (old != null) {
            scope(to).takeOver(old);
        }
    }

    /** What a test has not released so far, by site. */
    public List<LeftOpen> leftOpen(long test) {
        return scope(test).leftOpen();
    }

    /** A test is over; what it left open is forgotten. */
    public void end(long test) {
        TestScope scope = running.remove(test);
        if (scope != null) {
            scope.end();
        }
    }

    /** What was opened while tests ran and is not released, of which nobody can tell the test. */
    public List<LeftOpen> unattributed() {
        return unattributed.leftOpen();
    }

    private TestScope scope(long test) {
        TestScope scope = running.get(test);
        if (scope == null) {
            throw new IllegalArgumentException("no test " + test + " is running");
        }
        return scope;
    }

    /** On the opening thread. */
    void opened(Lease lease) {
        String kind = lease.site().rule().kind();
        if (running.isEmpty() || kind.equals(Kinds.SELFTEST) || kind.equals(Kinds.POOL)) {
            return;
        }
        TestScope scope = current();
        (scope == null ? unattributed : scope).add(lease);
    }

    /** It turned out which test asked for a lease that a library had opened on a thread of its own. */
    void moveTo(@Nullable TestScope asking, Lease lease) {
        if (asking == null || asking.isOver()) {
            return;
        }
        unattributed.remove(lease);
        for (TestScope scope : running.values()) {
            scope.remove(lease);
        }
        asking.add(lease);
    }

    /** The test this thread works for, or null if that cannot be told. */
    @Nullable
    TestScope current() {
        Mark mark = marks.get();
        if (mark == null || mark.scope().isOver()) {
            return null;
        }
        TestScope scope = mark.scope();
        return mark.own() || !scope.isOverlapped() || ThreadBottom.isApplication() ? scope : null;
    }
}
