package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads meet at a barrier before every round, so that their steps really interleave. */
@Timeout(240)
class LeaseRaceTest {
    private static final int ROUNDS = 100_000;

    private final Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofSeconds(1)));

    /** A resource that notices a release during a call. */
    private static final class Probe {
        final AtomicInteger inCall = new AtomicInteger();
        final AtomicInteger releases = new AtomicInteger();
        volatile boolean releasedDuringCall;

        void call() {
            inCall.incrementAndGet();
            Thread.onSpinWait();
            inCall.decrementAndGet();
        }

        void release() {
            releases.incrementAndGet();
            if (inCall.get() > 0) {
                releasedDuringCall = true;
            }
        }
    }

    /** What the releaser does to a lease. */
    private static boolean expire(Lease lease, Probe probe) {
        if (!lease.claim()) {
            return false;
        }
        if (!lease.commit()) {
            lease.abort();
            return false;
        }
        probe.release();
        lease.finish(true, 1);
        return true;
    }

    @Test
    void noCallEverRunsDuringARelease() throws Exception {
        AtomicInteger during = new AtomicInteger();
        AtomicInteger expired = new AtomicInteger();
        AtomicInteger used = new AtomicInteger();
        race(
                (lease, probe) -> {
                    if (leases.registry.entered(lease) != null) {
                        probe.call();
                        used.incrementAndGet();
                        leases.registry.left(lease, null);
                    }
                },
                (lease, probe) -> {
                    if (expire(lease, probe)) {
                        expired.incrementAndGet();
                    }
                },
                (lease, probe) -> {
                    if (probe.releasedDuringCall) {
                        during.incrementAndGet();
                    }
                    assertThat(lease.calls()).isZero();
                });
        assertThat(during).hasValue(0);
        assertThat(expired.get() + used.get()).isGreaterThanOrEqualTo(ROUNDS);
        assertThat(leases.registry.lateUses().count()).isEqualTo(ROUNDS - used.get());
    }

    @Test
    void theAgentNeverReleasesWhatTheApplicationReleases() throws Exception {
        AtomicInteger both = new AtomicInteger();
        AtomicInteger neither = new AtomicInteger();
        race((lease, probe) -> leases.release(lease), (lease, probe) -> expire(lease, probe), (lease, probe) -> {
            boolean byAgent = lease.status() == Lease.EXPIRED;
            boolean byApplication = lease.status() == Lease.RELEASED;
            if (byApplication && probe.releases.get() > 0 || probe.releases.get() > 1) {
                both.incrementAndGet();
            }
            if (!byAgent && !byApplication) {
                neither.incrementAndGet();
            }
        });
        assertThat(both).hasValue(0);
        assertThat(neither).hasValue(0);
    }

    @Test
    void aUseBetweenClaimAndCommitWins() {
        Lease lease = leases.open(new Object());
        assertThat(lease.claim()).isTrue();
        leases.registry.used(lease);
        assertThat(lease.commit()).isFalse();
        lease.abort();
        assertThat(lease.status()).isEqualTo(Lease.OPEN);
    }

    @Test
    void aCallThatIsOverBetweenClaimAndCommitWins() {
        Lease lease = leases.open(new Object());
        assertThat(lease.claim()).isTrue();
        Object call = leases.registry.entered(lease);
        assertThat(call).isNotNull();
        leases.registry.left(call, null);
        assertThat(lease.commit()).isFalse();
        assertThat(lease.status()).isEqualTo(Lease.OPEN);
    }

    @Test
    void twoThreadsThatRegisterFirstWithOneReceiverLoseNeither() throws Exception {
        int point = leases.registerPoint();
        CyclicBarrier start = new CyclicBarrier(2);
        AtomicReference<Object> bus = new AtomicReference<>(new Object());
        Object[] listeners = {new Object(), new Object()};
        Thread other = new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                meet(start);
                leases.registry.registered(point, null, bus.get(), listeners[1], null, null);
                meet(start);
            }
        });
        other.start();
        for (int i = 0; i < 20_000; i++) {
            meet(start);
            leases.registry.registered(point, null, bus.get(), listeners[0], null, null);
            meet(start);
            for (Object listener : listeners) {
                leases.registry.unregistered(point, null, bus.get(), listener, null);
            }
            if (i < 19_999) {
                bus.set(new Object());
            }
        }
        other.join();
        assertThat(new Censuses(leases.registry).take().sites())
                .allSatisfy(site -> assertThat(site.open()).isZero());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void registeringUnderTheApplicationsLockNeverDeadlocks() throws Exception {
        Object lock = new Object();
        Object bus = new Object();
        Object listener = new Object();
        int point = leases.registerPoint();
        Thread sweeper = new Thread(() -> {
            for (int i = 0; i < 10_000; i++) {
                List<Lease> open = new ArrayList<>();
                leases.registry.newLeases().takeNew(lease -> {
                    lease.claim();
                    open.add(lease);
                });
                synchronized (lock) {
                    open.forEach(Lease::abort);
                }
            }
        });
        sweeper.start();
        for (int i = 0; i < 10_000; i++) {
            synchronized (lock) {
                leases.registry.registered(point, null, bus, listener, null, null);
                leases.registry.usedAll(null, bus);
                leases.registry.unregistered(point, null, bus, listener, null);
            }
        }
        sweeper.join();
    }

    private interface Step {
        void run(Lease lease, Probe probe) throws Exception;
    }

    private void race(Step application, Step agent, Step check) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        CyclicBarrier end = new CyclicBarrier(2);
        AtomicReference<Lease> lease = new AtomicReference<>();
        AtomicReference<Probe> probe = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread other = new Thread(() -> {
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    start.await();
                    agent.run(lease.get(), probe.get());
                    end.await();
                }
            } catch (Throwable e) {
                failure.set(e);
                start.reset();
                end.reset();
            }
        });
        other.start();
        for (int i = 0; i < ROUNDS; i++) {
            Probe made = new Probe();
            probe.set(made);
            lease.set(leases.open(made));
            start.await();
            application.run(lease.get(), made);
            end.await();
            check.run(lease.get(), made);
        }
        other.join();
        assertThat(failure.get()).isNull();
    }
}
