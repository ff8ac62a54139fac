package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import acme.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpirerTest {
    private static final Duration TTL = Duration.ofSeconds(1);

    private final List<Object> reachable = new ArrayList<>();
    private Leases leases = new Leases(Leases.settings(Mode.GUARD, TTL));

    @AfterEach
    void stop() {
        leases.close();
    }

    /** One place that opens and never releases. */
    private Lease leak() {
        Leases.Thing thing = new Leases.Thing();
        reachable.add(thing);
        return Shop.order(() -> leases.open(thing));
    }

    private void leakFor(Duration span) {
        for (long i = 0; i < span.toMillis() / 100; i++) {
            leak();
            leases.pass(Duration.ofMillis(100));
        }
    }

    private long expired() {
        return leases.onlySite().expired();
    }

    @Test
    void idleLeasesOfASiteThatKeepsLeakingAreReleased() {
        leakFor(Duration.ofSeconds(8));
        await().until(() -> expired() > 20);
        assertThat(leases.expirer.expiries().get(0).cause()).isEqualTo(Cause.IDLE);
        assertThat(leases.expirer.expiries().get(0).sentence())
                .contains("idle for", "alike", "acme.Shop.store(Shop.java:");
        assertThat(reachable.stream().filter(thing -> ((Leases.Thing) thing).closed > 0))
                .isNotEmpty();
    }

    @Test
    void quietSubscribersOpenedAtStartAreNeverExpired() {
        for (int i = 0; i < 450; i++) {
            leak();
        }
        leases.pass(Duration.ofMinutes(2));
        assertThat(expired()).isZero();
        assertThat(leases.onlySite().idlePastTtl()).isEqualTo(450);
        assertThat(leases.onlySite().wouldExpireGuard()).isZero();
        assertThat(leases.onlySite().wouldExpireStrict()).isEqualTo(450);
    }

    @Test
    void aFewIdleLeasesAreNoCrowd() {
        for (int i = 0; i < 9; i++) {
            leak();
            leases.pass(Duration.ofSeconds(4));
        }
        assertThat(expired()).isZero();
    }

    @Test
    void aSiteThatUsesItsLeasesAgainAfterLongPausesIsLeftAlone() {
        Lease patient = leak();
        leases.pass(Duration.ofMillis(600));
        leases.registry.used(patient);
        leakFor(Duration.ofSeconds(8));
        assertThat(expired())
                .as("a TTL of 1 s is less than four times a pause of 0.6 s")
                .isZero();
    }

    /** A TTL of 3 s asks for pauses of at most 0.75 s; the first use came after ten hours, for which the JVM stood still. */
    @Test
    void aStoppedJvmIsNoPauseOfASite() {
        leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofSeconds(3)));
        Lease used = leak();
        leases.nanos.addAndGet(Duration.ofHours(10).toNanos());
        leases.expirer.tick(List.of());
        leases.registry.used(used);
        leakFor(Duration.ofSeconds(20));
        await().until(() -> expired() > 20);
    }

    @Test
    void resourcesInUseAreNeverExpired() {
        leases = new Leases(Leases.settings(Mode.STRICT, TTL));
        List<Lease> used = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            used.add(leak());
        }
        Lease inFlight = leak();
        leases.registry.entered(inFlight);
        for (int i = 0; i < 300; i++) {
            leases.pass(Duration.ofMillis(100));
            used.forEach(leases.registry::used);
        }
        assertThat(expired()).isZero();
    }

    @Test
    void strictReleasesWhateverIsIdle() {
        leases = new Leases(Leases.settings(Mode.STRICT, TTL));
        Lease lease = leak();
        leases.pass(Duration.ofSeconds(2));
        await().until(() -> lease.status() == Lease.EXPIRED);
    }

    @Test
    void observeReleasesNothingAndSaysWhatOthersWould() {
        leases = new Leases(Leases.settings(Mode.OBSERVE, TTL));
        leakFor(Duration.ofSeconds(8));
        assertThat(expired()).isZero();
        assertThat(leases.onlySite().wouldExpireGuard()).isGreaterThan(20);
        assertThat(leases.onlySite().wouldExpireStrict()).isGreaterThan(20);
    }

    @Test
    void aStoppedJvmMakesNothingIdle() {
        leases = new Leases(Leases.settings(Mode.STRICT, TTL));
        leak();
        leases.nanos.addAndGet(Duration.ofHours(10).toNanos());
        leases.expirer.tick(List.of());
        leases.expirer.tick(List.of());
        assertThat(expired()).isZero();
        assertThat(leases.onlySite().idlePastTtl()).isZero();
        assertThat(leases.warnings).anyMatch(line -> line.contains("stood still"));
    }

    @Test
    void theFirstUseOfAnExpiredLeaseDisarmsItsSite() {
        leases = new Leases(Leases.settings(Mode.STRICT, TTL));
        Lease[] both = new Lease[2];
        for (int i = 0; i < 2; i++) {
            both[i] = leak();
            if (i == 0) {
                leases.pass(Duration.ofSeconds(2));
                await().until(() -> both[0].status() == Lease.EXPIRED);
                Shop.bill(() -> leases.registry.used(both[0]));
            }
        }
        leases.pass(Duration.ofSeconds(10));
        assertThat(both[1].status()).isEqualTo(Lease.OPEN);
        assertThat(leases.onlySite().disarmed()).isTrue();
        LateUses.LateUse mistake = leases.registry.lateUses().newest().get(0);
        assertThat(mistake.useFrames().get(0)).startsWith("acme.Shop.bill(");
    }

    @Test
    void expiriesAreSpreadOverTime() {
        leases = new Leases(Leases.settings(Mode.STRICT, TTL, 10));
        for (int i = 0; i < 500; i++) {
            leak();
        }
        leases.pass(Duration.ofSeconds(5));
        await().during(Duration.ofMillis(200)).until(() -> expired() <= 10 + 5 * 10);
        await().until(() -> expired() > 20);
    }

    @Test
    void oneReleaseASecondIsMoreThanNone() {
        leases = new Leases(Leases.settings(Mode.STRICT, TTL, 1));
        leak();
        await().until(() -> {
            leases.pass(TTL);
            return expired() == 1;
        });
    }
}
