package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.instrumentation.rule.Hook;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AbandonedTest {
    private Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofHours(1)));

    @AfterEach
    void stop() {
        leases.close();
    }

    private final Leases.Thing connection = new Leases.Thing();

    private Lease dropHolding(Object held) {
        Lease lease = leases.open(new Leases.Thing());
        if (held != null) {
            leases.registry.acquired(lease, held);
        }
        return lease;
    }

    private void collect() throws InterruptedException {
        System.gc();
        Abandoned abandoned =
                new Abandoned(leases.registry.collected(), leases.clock, new Probes(new Reflection(type -> {})));
        leases.nanos.addAndGet(CoarseClock.TICK_NANOS);
        leases.expirer.tick(abandoned.take(50));
    }

    @Test
    void whatADroppedHandleHeldIsReleased() {
        Lease lease = dropHolding(connection);
        await().until(() -> {
            collect();
            return lease.status() == Lease.EXPIRED;
        });
        assertThat(connection.closed).isEqualTo(1);
        assertThat(leases.onlySite().abandoned()).isEqualTo(1);
        assertThat(leases.expirer.expiries().get(0).cause()).isEqualTo(Cause.ABANDONED);
    }

    @Test
    void aDroppedHandleThatHeldNothingJustEnds() {
        Lease lease = dropHolding(null);
        await().until(() -> {
            collect();
            return lease.status() == Lease.COLLECTED;
        });
        assertThat(leases.onlySite().abandoned()).isZero();
        assertThat(leases.onlySite().unreleased()).isZero();
    }

    @Test
    void observeForgetsWhatItWillNotReleaseAndCountsIt() {
        leases = new Leases(Leases.settings(Mode.OBSERVE, Duration.ofHours(1)));
        Lease lease = dropHolding(connection);
        await().until(() -> {
            collect();
            return lease.held() == null;
        });
        assertThat(connection.closed).isZero();
        assertThat(leases.onlySite().unreleased()).isEqualTo(1);
        assertThat(leases.onlySite().open()).isZero();
        assertThat(leases.onlySite().wouldExpireGuard()).isEqualTo(1);
    }

    @Test
    void anAcquisitionStillPendingIsWaitedFor() throws InterruptedException {
        CompletableFuture<Object> pending = new CompletableFuture<>();
        Lease lease = leases.open(new Leases.Thing());
        Object entered = leases.registry.entered(lease);
        leases.registry.acquired(lease, pending);
        leases.registry.left(entered, pending);
        for (int i = 0; i < 5; i++) {
            collect();
        }
        assertThat(lease.status()).isEqualTo(Lease.OPEN);
        pending.complete(connection);
        assertThat(lease.held()).isSameAs(connection);
        assertThat(lease.calls()).isZero();
    }

    @Test
    void aDerivedObjectThatKeepsItsParentKeepsTheLease() throws InterruptedException {
        Object child = new Derived();
        Lease lease = openAndDerive(new Leases.Thing(), null, child);
        leases.registry.acquired(lease, connection);
        for (int i = 0; i < 5; i++) {
            collect();
        }
        assertThat(lease.isOpen()).isTrue();
        assertThat(lease.get()).isNotNull();
        Reference.reachabilityFence(child);
    }

    /** The handle is a token of the session's life; the session itself nobody knows any more, but for the transaction. */
    @Test
    void aDerivedObjectKeepsWhatTheLeaseIsReleasedThrough() throws InterruptedException {
        Object token = new Object();
        Object child = new Derived();
        Lease lease = openAndDerive(token, new Leases.Thing(), child);
        for (int i = 0; i < 5; i++) {
            collect();
        }
        assertThat(lease.subject()).isInstanceOf(Leases.Thing.class);
        Reference.reachabilityFence(token);
        Reference.reachabilityFence(child);
    }

    /**
     * Loaded before the agent, so that the link is in a map. Neo4j's session refers to its transaction for ever, and what the map holds may not
     * lead to its key.
     */
    @Test
    void aDerivedObjectWithoutAFieldIsKeptByNobodyAndItsParentsCollectionReleasesNothing() {
        Lease lease = openAndDeriveFrom(new Parent());
        WeakReference<Object> child = new WeakReference<>(((Parent) lease.get()).child);
        await().until(() -> {
            collect();
            leases.registry.drain();
            return child.refersTo(null) && lease.get() == null;
        });
        assertThat(connection.closed).isZero();
        assertThat(leases.onlySite().abandoned()).isZero();
    }

    private Lease openAndDeriveFrom(Parent parent) {
        Lease lease = openAndDerive(parent, null, parent.child);
        leases.registry.acquired(lease, connection);
        return lease;
    }

    private static final class Parent {
        private final Object child = new Object();
    }

    /** Loaded after the agent. */
    private static final class Derived {
        @SuppressWarnings("unused") // by the agent
        private Object leasewarden$lease;
    }

    private Lease openAndDerive(Object handle, @Nullable Object alias, Object child) {
        Lease lease = (Lease) leases.registry.opened(leases.point(Hook.Operation.OPEN), handle, null, null, alias);
        leases.registry.derived(leases.point(Hook.Operation.DERIVE), lease, handle, child);
        return lease;
    }

    @Test
    void anAbandonmentThatIsPutOffIsCountedOnce() throws InterruptedException {
        Lease lease = dropHolding(connection);
        Abandoned abandoned =
                new Abandoned(leases.registry.collected(), leases.clock, new Probes(new Reflection(type -> {})));
        List<Lease> found = new ArrayList<>();
        await().until(() -> {
            System.gc();
            found.addAll(abandoned.take(50));
            return !found.isEmpty();
        });
        for (int i = 0; i < 5; i++) {
            abandoned.later(lease);
            assertThat(abandoned.takeWaiting()).containsExactly(lease);
        }
        assertThat(lease.site().abandoned).hasValue(1);
    }

    @Test
    void whatTheAgentTookBackLeavesItsReceiverOnceItsHandleIsGone() {
        Object bus = new Object();
        Registrations table = registerAListenerNobodyKeeps(bus);
        table.all().forEach(registration -> {
            registration.claim();
            registration.commit();
            registration.finish(true, leases.clock.now());
        });
        await().until(() -> {
            collect();
            return !table.all().iterator().hasNext();
        });
    }

    private Registrations registerAListenerNobodyKeeps(Object bus) {
        return (Registrations) leases.registry.registered(leases.registerPoint(), null, bus, new Object(), null, null);
    }
}
