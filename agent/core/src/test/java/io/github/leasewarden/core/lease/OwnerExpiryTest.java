package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.instrumentation.rule.Hook.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnerExpiryTest {
    private final Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofHours(1)));
    private final List<Object> reachable = new ArrayList<>();

    /** Remembers its listeners, and forgets them when asked, as the agent asks. */
    static final class Bus {
        final List<Object> listeners = new ArrayList<>();

        public synchronized void remove(Object listener) {
            listeners.remove(listener);
        }
    }

    @AfterEach
    void stop() {
        leases.close();
    }

    private Lease connection() {
        Leases.Thing connection = new Leases.Thing();
        reachable.add(connection);
        return leases.open(connection);
    }

    private void listenFor(Lease connection, Bus bus) {
        Object token = leases.registry.scopeEntered(leases.point(Operation.SCOPE), connection.get());
        Object listener = new Object();
        bus.listeners.add(listener);
        leases.registry.registered(leases.registerPoint(), null, bus, listener, null, null);
        leases.registry.scopeLeft(token);
    }

    private SiteCount listeners() {
        return new Censuses(leases.registry)
                .take().sites().stream()
                        .filter(site -> site.kind().equals("listener"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void listenersOfManyClosedConnectionsAreReleased() {
        Bus bus = new Bus();
        for (int i = 0; i < 12; i++) {
            Lease connection = connection();
            listenFor(connection, bus);
            leases.release(connection);
        }
        leases.pass(Duration.ofSeconds(3));
        await().until(() -> listeners().expired() == 12);
        assertThat(bus.listeners).isEmpty();
        assertThat(leases.expirer.expiries().get(0).sentence()).contains("was closed", "12 owners");
        assertThat(leases.expirer.expiries().get(0).ownerClass()).contains("Thing");
    }

    @Test
    void aListenerThatOneConnectionHappenedToOpenForEverybodyStays() {
        Bus bus = new Bus();
        Lease connection = connection();
        listenFor(connection, bus);
        leases.release(connection);
        leases.pass(Duration.ofMinutes(2));
        assertThat(listeners().expired()).isZero();
        assertThat(listeners().ownersGone()).isEqualTo(1);
        assertThat(listeners().wouldExpireStrict()).isEqualTo(1);
        assertThat(bus.listeners).hasSize(1);
    }

    @Test
    void listenersOfOpenConnectionsStay() {
        Bus bus = new Bus();
        for (int i = 0; i < 12; i++) {
            listenFor(connection(), bus);
        }
        leases.pass(Duration.ofMinutes(2));
        assertThat(listeners().expired()).isZero();
    }

    @Test
    void aNamedOwnersEndIsEnough() {
        Lease owner = connection();
        Leases.Thing owned = new Leases.Thing();
        Lease lease = leases.openFor(owner.get(), owned);
        leases.release(owner);
        leases.pass(Duration.ofSeconds(3));
        await().until(() -> lease.status() == Lease.EXPIRED);
        assertThat(owned.closed).isEqualTo(1);
    }

    @Test
    void aCollectedOwnerEndsItsLeases() {
        Leases.Thing owned = new Leases.Thing();
        Lease lease = leases.openFor(new Object(), owned);
        await().until(() -> {
            System.gc();
            leases.pass(Duration.ofSeconds(2));
            return lease.status() == Lease.EXPIRED;
        });
        assertThat(leases.expirer.expiries().get(0).cause()).isEqualTo(Cause.OWNER_COLLECTED);
    }

    @Test
    void aHandleIsNeverItsOwnOwner() {
        Leases.Thing thing = new Leases.Thing();
        reachable.add(thing);
        assertThat(leases.openFor(thing, thing).owner()).isNull();
    }

    @Test
    void anOwnerThatLivesKeepsNoLeaseThatEnded() {
        Object owner = new Object();
        reachable.add(owner);
        Owner known = null;
        for (int i = 0; i < 1_000; i++) {
            Lease lease = leases.openFor(owner, new Object());
            known = lease.owner();
            leases.pass(Duration.ofMillis(100));
            leases.release(lease);
        }
        List<Lease> kept = new ArrayList<>();
        known.takeLeases(kept::add);
        assertThat(kept).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void twoAddsAndOneRemoveIsStillOpen() {
        Bus bus = new Bus();
        Object listener = new Object();
        int point = leases.registerPoint();
        Object table = leases.registry.registered(point, null, bus, listener, null, null);
        leases.registry.registered(point, table, bus, listener, null, null);
        leases.registry.unregistered(point, table, bus, listener, null);
        assertThat(listeners().opened()).isEqualTo(2);
        assertThat(listeners().open()).isEqualTo(1);
        leases.registry.unregistered(point, table, bus, listener, null);
        assertThat(listeners().open()).isZero();
        leases.registry.unregistered(point, table, bus, listener, null);
        assertThat(listeners().released()).as("one remove too many").isEqualTo(2);
    }

    @Test
    void registrationsEndWithTheirReceiver() {
        registerWithABusNobodyKeeps();
        await().until(() -> {
            System.gc();
            leases.expirer.tick(
                    new Abandoned(leases.registry.collected(), leases.clock, new Probes(new Reflection(c -> {})))
                            .take(50));
            return listeners().collected() == 3;
        });
        assertThat(listeners().open()).isZero();
    }

    private void registerWithABusNobodyKeeps() {
        Bus bus = new Bus();
        Object listener = new Object();
        reachable.add(listener);
        for (int i = 0; i < 3; i++) {
            leases.registry.registered(leases.registerPoint(), null, bus, listener, null, null);
        }
    }
}
