package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueWheelTest {
    private final Leases leases = new Leases(Leases.settings(Mode.OBSERVE, Duration.ofHours(1)));

    private Lease lease() {
        return leases.open(new Object());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 47, 48, 49, 600, 18_000})
    void everyLeaseComesOnceNotBeforeItIsDueAndLittleLater(int wait) {
        DueWheel wheel = new DueWheel(wait);
        SplittableRandom random = new SplittableRandom(wait);
        Map<Lease, Integer> waiting = new IdentityHashMap<>();
        for (int now = 1; now <= 4 * wait + 2; now++) {
            if (now < 2 * wait) {
                int due = now + 1 + random.nextInt(wait);
                Lease lease = lease();
                wheel.put(lease, due);
                waiting.put(lease, due);
            }
            int at = now;
            wheel.turn(now, Integer.MAX_VALUE, lease -> {
                Integer due = waiting.remove(lease);
                assertThat(due).as("taken once").isNotNull();
                assertThat(at).isBetween(due, due + wait / 48 + 1);
            });
        }
        assertThat(waiting).isEmpty();
        assertThat(wheel.size()).isZero();
    }

    @Test
    void aLimitLeavesTheRestForTheNextTurn() {
        DueWheel wheel = new DueWheel(10);
        for (int i = 0; i < 25; i++) {
            wheel.put(lease(), 5);
        }
        List<Lease> taken = new ArrayList<>();
        for (int now = 5; now < 8; now++) {
            wheel.turn(now, 10, taken::add);
            assertThat(wheel.size()).isEqualTo(25 - taken.size());
        }
        assertThat(taken).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void endedLeasesAreLetGoOf() {
        DueWheel wheel = new DueWheel(18_000);
        List<Lease> open = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Lease lease = lease();
            wheel.put(lease, 1 + i * 180);
            if (i % 3 == 0) {
                leases.release(lease);
            } else {
                open.add(lease);
            }
        }
        wheel.compact();
        List<Lease> kept = new ArrayList<>();
        wheel.forEach(kept::add);
        assertThat(kept).containsExactlyInAnyOrderElementsOf(open);
        assertThat(wheel.size()).isEqualTo(open.size());
    }
}
