package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Blocks whatever interrupts it, until the test ends. */
    private static final class Stubborn extends Leases.Thing {
        static final CountDownLatch TEST_ENDS = new CountDownLatch(1);

        @Override
        public void close() {
            super.close();
            boolean ended = false;
            while (!ended) {
                try {
                    TEST_ENDS.await();
                    ended = true;
                } catch (InterruptedException e) {
                    ended = false; // as bad code does
                }
            }
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
    void aClassWhoseReleaseNeverReturnsTakesOneWorkerAndIsNeverTriedAgain() {
        List<Lease> bad = new ArrayList<>();
        List<Lease> good = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            bad.add(open(new Stubborn()));
        }
        for (int i = 0; i < 10; i++) {
            good.add(open(new Leases.Thing()));
        }
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                leases.pass(Duration.ofMillis(200));
                return good.stream().allMatch(lease -> lease.status() == Lease.EXPIRED)
                        && bad.stream().allMatch(lease -> lease.status() == Lease.FAILED);
            });
            assertThat(reachable.stream().filter(thing -> thing instanceof Stubborn && thing.closed > 0))
                    .hasSize(1);
            assertThat(leases.expirer.expiries())
                    .filteredOn(expiry -> expiry.sentence().contains("not tried"))
                    .hasSize(9);
        } finally {
            Stubborn.TEST_ENDS.countDown();
        }
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
}
