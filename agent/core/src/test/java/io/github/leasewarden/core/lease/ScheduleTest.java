package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That sweeps cost what is due: a lease that counts how often it is looked at tells. */
class ScheduleTest {
    private final Leases leases = new Leases(Leases.settings(Mode.STRICT, Duration.ofSeconds(60)));
    private final List<Object> reachable = new ArrayList<>();
    private int looks;

    private final class Watched extends Lease {
        Watched(Object handle, Site site) {
            super(handle, new ReferenceQueue<>(), site, leases.clock.now(), null, false, null);
        }

        @Override
        int lastUse() {
            looks++;
            return super.lastUse();
        }
    }

    @AfterEach
    void stop() {
        leases.close();
    }

    private Lease open() {
        Leases.Thing thing = new Leases.Thing();
        reachable.add(thing);
        RuleState rule = leases.registry.rules()[0];
        rule.unsampled().opened(thing);
        Lease lease = new Watched(thing, rule.unsampled());
        leases.registry.newLeases().add(lease);
        return lease;
    }

    @Test
    void sweepsDoNotLookAtWhatIsAliveButNotDue() {
        for (int i = 0; i < 10_000; i++) {
            open();
        }
        leases.pass(Duration.ofMillis(100));
        looks = 0;
        leases.pass(Duration.ofSeconds(59));
        assertThat(looks).isZero();
        leases.pass(Duration.ofSeconds(4));
        assertThat(looks).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void aLeaseInUseIsLookedAtOnceATtlHoweverOftenItIsUsed() {
        Lease lease = open();
        leases.pass(Duration.ofMillis(100));
        looks = 0;
        for (int i = 0; i < 600; i++) {
            leases.pass(Duration.ofSeconds(1));
            lease.touch(leases.clock.now());
        }
        assertThat(looks).isBetween(9, 50);
        assertThat(lease.isOpen()).isTrue();
        leases.pass(Duration.ofSeconds(120));
        await().until(() -> lease.status() == Lease.EXPIRED);
    }

    @Test
    void whatFellDueAndIsUsedAgainIsNotReleased() {
        Leases observed = new Leases(Leases.settings(Mode.OBSERVE, Duration.ofSeconds(1)));
        Leases.Thing thing = new Leases.Thing();
        Lease lease = observed.open(thing);
        observed.pass(Duration.ofSeconds(2));
        assertThat(observed.onlySite().idlePastTtl()).isEqualTo(1);
        observed.registry.used(lease);
        observed.pass(Duration.ofMillis(500));
        assertThat(observed.onlySite().idlePastTtl()).isZero();
        observed.pass(Duration.ofSeconds(2));
        assertThat(observed.onlySite().idlePastTtl()).isEqualTo(1);
        observed.release(lease);
        observed.pass(Duration.ofSeconds(1));
        assertThat(observed.onlySite().idlePastTtl()).isZero();
        assertThat(thing.closed).isZero();
    }

    @Test
    void endedLeasesAreLetGoOfLongBeforeTheyWouldBeDue() {
        RuleLeases kept = leases.registry.rules()[0].leases();
        for (int i = 0; i < 20; i++) {
            List<Lease> opened = new ArrayList<>();
            for (int j = 0; j < 5_000; j++) {
                opened.add(open());
            }
            leases.pass(Duration.ofMillis(100));
            opened.forEach(leases::release);
        }
        assertThat(kept.size()).isLessThan(100_000);
        leases.pass(Duration.ofSeconds(5));
        assertThat(kept.size()).isZero();
    }

    @Test
    void aCrowdLargerThanOneReviewIsReleasedAllTheSame() {
        Leases many = new Leases(Leases.settings(Mode.STRICT, Duration.ofSeconds(1)));
        List<Leases.Thing> things = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            Leases.Thing thing = new Leases.Thing();
            things.add(thing);
            many.open(thing);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            many.pass(Duration.ofMillis(500));
            return things.stream().allMatch(thing -> thing.closed == 1);
        });
        many.close();
    }
}
