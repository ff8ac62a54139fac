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

class LeaseListTest {
    private final Leases leases = new Leases(Leases.settings(Mode.OBSERVE, Duration.ofHours(1)));

    @Test
    void endedLeasesAreDroppedByTheNextPushAndByCompaction() {
        LeaseList list = leases.registry.leases();
        List<Lease> opened = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            opened.add(leases.open(new Object()));
            if (i % 2 == 0) {
                leases.release(opened.get(i));
            }
        }
        assertThat(list.compact()).isLessThanOrEqualTo(501);
        opened.forEach(leases::release);
        Lease last = leases.open(new Object());
        assertThat(list.compact()).isEqualTo(1);
        assertThat(last.isOpen()).isTrue();
    }

    @Test
    void noOpenLeaseIsEverLostWhileThreadsPushAndTheSweeperCompacts() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread sweeper = new Thread(() -> {
            while (!stop.get()) {
                leases.registry.leases().compact();
            }
        });
        sweeper.start();
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
        sweeper.join();
        Set<Lease> found = Collections.newSetFromMap(new IdentityHashMap<>());
        leases.registry.leases().forEach(found::add);
        kept.forEach(mine -> assertThat(found).containsAll(mine));
        assertThat(found).hasSize(4 * 5_000);
    }
}
