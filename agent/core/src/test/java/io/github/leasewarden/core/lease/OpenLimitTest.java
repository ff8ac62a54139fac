package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.lease.Leases.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At most three of a home, in a service whose TTL is an hour. */
class OpenLimitTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Thing> things = new ArrayList<>();
    private final List<Lease> open = new ArrayList<>();
    private Leases leases = limited(Mode.GUARD, Map.of("things.max", 3L));

    private static Leases limited(Mode mode, Map<String, Long> limits) {
        LeaseSettings base = Leases.settings(mode, Duration.ofHours(1));
        return new Leases(new LeaseSettings(
                mode,
                base.ruleModes(),
                base.ttls(),
                null,
                base.crowd(),
                limits,
                base.maxLeases(),
                base.ownerGrace(),
                base.releaseDeadline(),
                base.expiriesPerSecond(),
                false,
                null));
    }

    @AfterEach
    void stop() {
        leases.close();
    }

    /** Opens one every second. */
    private void open(int count, Object home) {
        for (int i = 0; i < count; i++) {
            open(new Thing(home));
        }
    }

    private void open(Thing thing) {
        things.add(thing);
        open.add(leases.open(thing));
        leases.pass(SECOND);
    }

    private void openBusy(int count) {
        for (int i = 0; i < count; i++) {
            Thing thing = new Thing("a");
            thing.busy = true;
            open(thing);
        }
    }

    private void passUntilClosed(Integer... expected) {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
            leases.pass(SECOND);
            assertThat(things).extracting(thing -> thing.closed).containsExactly(expected);
        });
    }

    @Test
    void beyondTheLimitTheLongestIdleGoesFirstAndSaysWhy() {
        open(5, "a");
        passUntilClosed(1, 1, 0, 0, 0);
        assertThat(leases.expirer.expiries()).allSatisfy(expiry -> {
            assertThat(expiry.cause()).isEqualTo(Cause.MAX_OPEN);
            assertThat(expiry.sentence())
                    .contains("it is the longest idle that is safe to release, for ")
                    .contains(" are open where 3 may be");
        });
    }

    @Test
    void eachParentHasItsOwnLimit() {
        open(3, "a");
        open(3, "b");
        leases.pass(Duration.ofSeconds(10));
        assertThat(things).allMatch(thing -> thing.closed == 0);
    }

    @Test
    void whatIsInUseOrBusyStaysEvenIfThatIsTooMany() {
        openBusy(4);
        leases.registry.entered(open.get(0));
        things.get(0).busy = false;
        open(1, "a");
        passUntilClosed(0, 0, 0, 0, 1);
        leases.pass(Duration.ofSeconds(10));
        assertThat(things).extracting(thing -> thing.closed).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void whatIsUsedAgainIsNotTheLongestIdle() {
        open(3, "a");
        leases.registry.used(open.get(0));
        leases.registry.used(open.get(1));
        open(1, "a");
        passUntilClosed(0, 0, 1, 0);
    }

    @Test
    void withoutTheOptionAnyNumberMayBeOpen() {
        leases.close();
        leases = limited(Mode.GUARD, Map.of());
        open(20, "a");
        assertThat(things).allMatch(thing -> thing.closed == 0);
    }

    @Test
    void aRuleThatOnlyObservesReleasesNone() {
        leases.close();
        leases = limited(Mode.OBSERVE, Map.of("things.max", 3L));
        open(20, "a");
        assertThat(things).allMatch(thing -> thing.closed == 0);
    }
}
