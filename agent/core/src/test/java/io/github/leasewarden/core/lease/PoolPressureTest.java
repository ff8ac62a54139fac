package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolPressureTest {
    private final Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofHours(1)));
    private final List<Object> reachable = new ArrayList<>();

    @AfterEach
    void stop() {
        leases.close();
    }

    private Lease open() {
        Leases.Thing thing = new Leases.Thing();
        reachable.add(thing);
        return leases.open(thing);
    }

    private void hold() {
        leases.registry.acquired(open(), new Leases.Thing());
    }

    private void waitForAConnection() {
        Lease waiting = open();
        Object entered = leases.registry.entered(waiting);
        leases.registry.left(entered, new CompletableFuture<>());
    }

    @Test
    void aFullPoolOfIdleSessionsAsksForACollectionOnceInAWhile() {
        hold();
        waitForAConnection();
        leases.pass(Duration.ofMillis(900));
        assertThat(leases.collections).hasValue(0);
        leases.pass(Duration.ofSeconds(2));
        assertThat(leases.collections.get()).isBetween(1L, 2L);
        assertThat(leases.warnings).anyMatch(line -> line.contains("gc.on-pool-pressure"));
    }

    @Test
    void aLongQueryIsNoPressure() {
        Lease querying = open();
        leases.registry.acquired(querying, new Leases.Thing());
        leases.registry.entered(querying);
        hold();
        leases.pass(Duration.ofSeconds(10));
        assertThat(leases.collections).hasValue(0);
    }

    @Test
    void aFullPoolOfBusySessionsIsNotOurs() {
        waitForAConnection();
        leases.pass(Duration.ofSeconds(10));
        assertThat(leases.collections).hasValue(0);
    }
}
