package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class NewLeasesTest {
    private final Leases leases = new Leases(Leases.settings(Mode.OBSERVE, Duration.ofHours(1)));

    private List<Lease> take() {
        List<Lease> taken = new ArrayList<>();
        leases.registry.newLeases().takeNew(taken::add);
        return taken;
    }

    @Test
    void whatEndedBeforeTheNextTickIsNeverSeen() {
        List<Lease> open = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Lease lease = leases.open(new Object());
            if (i % 2 == 0) {
                leases.release(lease);
            } else {
                open.add(lease);
            }
        }
        assertThat(take()).containsExactlyInAnyOrderElementsOf(open);
        assertThat(take()).isEmpty();
    }

    @Test
    void noOpenLeaseIsEverLostWhileThreadsAddAndTheExpirerTakes() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Set<Lease> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Thread expirer = new Thread(() -> {
            while (!stop.get()) {
                leases.registry.newLeases().takeNew(found::add);
            }
        });
        expirer.start();
        List<List<Lease>> kept = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            List<Lease> mine = new ArrayList<>();
            kept.add(mine);
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 50_000; i++) {
                    Lease lease = leases.open(mine);
                    if (i % 10 == 0) {
                        mine.add(lease);
                    } else {
                        leases.release(lease);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        stop.set(true);
        expirer.join();
        found.addAll(take());
        kept.forEach(mine -> assertThat(found).containsAll(mine));
        found.removeIf(Lease::isOver);
        assertThat(found).hasSize(4 * 5_000);
    }

    @Test
    void anExpirerThatStandsStillKeepsNothingThatEnded() {
        for (int i = 0; i < 100_000; i++) {
            leases.release(leases.open(new Object()));
        }
        Lease last = leases.open(new Object());
        assertThat(leases.registry.newLeases().held()).isBetween(1, 64);
        assertThat(take()).containsExactly(last);
    }
}
