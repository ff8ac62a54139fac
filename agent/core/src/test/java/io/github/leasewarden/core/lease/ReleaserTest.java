package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleaserTest {
    private final Leases leases = new Leases(Leases.settings(Mode.STRICT, Duration.ofSeconds(1)));
    private final List<Leases.Thing> reachable = new ArrayList<>();

    private static final class Blocking extends Leases.Thing {
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public void close() {
            super.close();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Throwing extends Leases.Thing {
        @Override
        public void close() {
            super.close();
            throw new IllegalStateException("not today");
        }
    }

    /** Nothing can wake it. */
    private static final class Deaf extends Leases.Thing {
        private final CountDownLatch end;

        Deaf(CountDownLatch end) {
            this.end = end;
        }

        @Override
        public void close() {
            super.close();
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    continue;
                }
            }
        }
    }

    /** May be closed by the thread that made it alone. */
    private static final class Bound extends Leases.Thing {
        private final Thread home = Thread.currentThread();

        @Override
        public void close() {
            super.close();
            if (Thread.currentThread() != home) {
                throw new IllegalStateException("belongs to " + home.getName());
            }
        }
    }

    /** Its close goes through the library's woven methods, as closing often does. */
    private static final class Roundabout extends Leases.Thing {
        private final Leases leases;
        private final Lease neighbour;
        private Lease lease;

        Roundabout(Leases leases, Lease neighbour) {
            this.leases = leases;
            this.neighbour = neighbour;
        }

        @Override
        public void close() {
            super.close();
            leases.registry.used(lease);
            leases.registry.delivered(lease);
            leases.registry.released(0, lease);
            leases.registry.used(neighbour);
            leases.registry.released(0, neighbour);
        }
    }

    private static final class Recursive extends Leases.Thing {
        private final Leases leases;
        private Object opened = this;

        Recursive(Leases leases) {
            this.leases = leases;
        }

        @Override
        public void close() {
            super.close();
            opened = leases.registry.opened(0, new Leases.Thing(), null, null, null);
        }
    }

    @AfterEach
    void stop() {
        leases.close();
    }

    private Lease open(Leases.Thing thing) {
        reachable.add(thing);
        return leases.open(thing);
    }

    @Test
    void releasesThatBlockForEverOrThrowDoNotHoldUpTheOthers() {
        List<Lease> bad = new ArrayList<>();
        List<Lease> good = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            bad.add(open(new Blocking()));
            bad.add(open(new Throwing()));
            good.add(open(new Leases.Thing()));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            leases.pass(Duration.ofMillis(200));
            return good.stream().allMatch(lease -> lease.status() == Lease.EXPIRED)
                    && bad.stream().allMatch(lease -> lease.status() == Lease.FAILED);
        });
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("leasewarden-releaser")))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(reachable).allMatch(thing -> thing.closed == 1);
        assertThat(leases.expirer.expiries())
                .extracting(ExpiryEvent::outcome)
                .contains(ExpiryEvent.Outcome.TIMEOUT, ExpiryEvent.Outcome.FAILED, ExpiryEvent.Outcome.EXPIRED);
        assertThat(leases.onlySite().failed()).isEqualTo(20);
    }

    @Test
    void aFailureIsToldWithItsReason() {
        open(new Throwing());
        await().until(() -> {
            leases.pass(Duration.ofMillis(500));
            return !leases.expirer.expiries().isEmpty();
        });
        assertThat(leases.expirer.expiries().get(0).sentence()).contains("the release failed", "not today");
    }

    @Test
    void whatAReleaseOpensIsNoLease() {
        Recursive recursive = new Recursive(leases);
        Lease lease = open(recursive);
        await().until(() -> {
            leases.pass(Duration.ofMillis(500));
            return lease.status() == Lease.EXPIRED;
        });
        assertThat(recursive.opened).isNull();
    }

    @Test
    void releasesThatNothingCanWakeDoNotHoldUpTheOthers() {
        CountDownLatch end = new CountDownLatch(1);
        try {
            List<Lease> deaf = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                deaf.add(open(new Deaf(end)));
            }
            leases.pass(Duration.ofSeconds(2));
            await().until(() -> deaf.stream()
                            .filter(lease -> lease.status() == Lease.RELEASING)
                            .count()
                    == 4);
            List<Lease> good = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                good.add(open(new Leases.Thing()));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                leases.pass(Duration.ofMillis(200));
                return good.stream().allMatch(lease -> lease.status() == Lease.EXPIRED);
            });
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().startsWith("leasewarden-releaser")))
                    .hasSizeLessThanOrEqualTo(8);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aReleaseThatBelongsToAnotherThreadFailsOnceAndSaysSo() {
        Bound bound = new Bound();
        Lease lease = open(bound);
        await().until(() -> {
            leases.pass(Duration.ofMillis(500));
            return lease.status() == Lease.FAILED;
        });
        leases.pass(Duration.ofSeconds(20));
        assertThat(bound.closed).isEqualTo(1);
        assertThat(leases.expirer.expiries().get(0).sentence())
                .contains(
                        "Could not release",
                        "belongs to " + Thread.currentThread().getName());
    }

    @Test
    void whatAReleaseUsesAndReleasesIsNoUseAndNoReleaseOfTheApplication() {
        Lease neighbour = open(new Leases.Thing());
        leases.registry.entered(neighbour);
        Roundabout roundabout = new Roundabout(leases, neighbour);
        Lease lease = open(roundabout);
        roundabout.lease = lease;
        int neighbourUsed = neighbour.lastUse();
        await().until(() -> {
            leases.pass(Duration.ofMillis(500));
            return lease.status() == Lease.EXPIRED;
        });
        assertThat(leases.registry.lateUses().count()).isZero();
        assertThat(leases.onlySite().disarmed()).isFalse();
        assertThat(neighbour.isOpen()).isTrue();
        assertThat(neighbour.lastUse()).isEqualTo(neighbourUsed);
    }

    @Test
    void whatWasUsedAfterItWasFoundIdleIsNotReleased() {
        Lease lease = open(new Leases.Thing());
        Releaser releaser =
                new Releaser(new Reflection(type -> {}), leases.registry.settings(), leases.clock, leases.expirer);
        leases.nanos.addAndGet(Duration.ofMillis(400).toNanos());
        leases.clock.advance();
        assertThat(leases.clock.now() - lease.lastUse())
                .isLessThan(lease.site().rule().ttlTicks());
        releaser.submit(lease, Cause.IDLE, "it was idle when somebody looked");
        await().until(() -> releaser.pending() == 0 && !lease.isQueued());
        assertThat(lease.status()).isEqualTo(Lease.OPEN);
        releaser.stop();
    }

    @Test
    void whatTheReceiverTookWithItIsNoExpiry() throws InterruptedException {
        Releaser releaser =
                new Releaser(new Reflection(type -> {}), leases.registry.settings(), leases.clock, leases.expirer);
        Object listener = new Object();
        Registration registration = registeredWithABusNobodyKeeps(listener);
        await().until(() -> {
            System.gc();
            return registration.table().refersTo(null);
        });
        releaser.submit(registration, Cause.OWNER_CLOSED, "its owner was closed");
        await().until(() -> releaser.pending() == 0 && registration.isOver());
        assertThat(leases.onlySite().expired()).isZero();
        assertThat(leases.onlySite().collected()).isEqualTo(1);
        assertThat(leases.expirer.expiries()).isEmpty();
        releaser.stop();
    }

    private Registration registeredWithABusNobodyKeeps(Object listener) {
        Object table = leases.registry.registered(leases.registerPoint(), null, new Object(), listener, null, null);
        return ((Registrations) table).all().iterator().next();
    }

    /** A method of the library's class may name a type that is not there. */
    @Test
    void aQuestionThatCannotBeLinkedLeavesTheLeaseOpenAndTheApplicationsHandlerAlone() {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> uncaught.add(error));
        Lease lease = open(new Leases.Thing());
        List<String> postponed = new CopyOnWriteArrayList<>();
        Releaser releaser = new Releaser(
                new Reflection(type -> {
                    throw new NoClassDefFoundError("acme/Optional");
                }),
                Leases.settings(Mode.STRICT, Duration.ZERO),
                leases.clock,
                new Releaser.Outcomes() {
                    @Override
                    public void ended(
                            Lease over,
                            Cause cause,
                            String reason,
                            int idleTicks,
                            ExpiryEvent.Outcome outcome,
                            String problem) {
                        postponed.add(outcome.toString());
                    }

                    @Override
                    public void gone(Lease over) {
                        postponed.add("gone");
                    }

                    @Override
                    public void postponed(Lease open, Cause cause, String reason) {
                        postponed.add("postponed");
                    }
                });
        try {
            leases.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
            leases.clock.advance();
            releaser.submit(lease, Cause.IDLE, "it is idle");
            await().until(() -> !postponed.isEmpty());
            assertThat(postponed).containsExactly("postponed");
            assertThat(lease.status()).isEqualTo(Lease.OPEN);
            assertThat(lease.isQueued()).isFalse();
            assertThat(uncaught).isEmpty();
        } finally {
            releaser.stop();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
