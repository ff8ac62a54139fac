package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofSeconds(1)));
    private final Leases.Thing thing = new Leases.Thing();
    private final Lease lease = leases.open(thing);

    @Test
    void aLeaseWithACallInFlightCannotBeClaimed() {
        lease.enter();
        assertThat(lease.claim()).isFalse();
        lease.leave();
        assertThat(lease.claim()).isTrue();
    }

    @Test
    void aCallThatSlipsInBetweenClaimAndCommitWins() {
        assertThat(lease.claim()).isTrue();
        assertThat(lease.enter()).isEqualTo(Lease.CLAIMED);
        assertThat(lease.commit()).isFalse();
        lease.abort();
        assertThat(lease.status()).isEqualTo(Lease.OPEN);
        assertThat(lease.calls()).isEqualTo(1);
    }

    @Test
    void theApplicationsReleaseWinsOverAClaim() {
        assertThat(lease.claim()).isTrue();
        assertThat(lease.release()).isTrue();
        assertThat(lease.commit()).isFalse();
        assertThat(lease.status()).isEqualTo(Lease.RELEASED);
    }

    @Test
    void onlyOneSideReleases() {
        assertThat(lease.claim()).isTrue();
        assertThat(lease.commit()).isTrue();
        assertThat(lease.release()).isFalse();
        lease.finish(true, 7);
        assertThat(lease.release()).isFalse();
        assertThat(lease.status()).isEqualTo(Lease.EXPIRED);
        assertThat(lease.lastUse()).isEqualTo(7);
    }

    @Test
    void aReleaseTwiceIsOneRelease() {
        leases.release(lease);
        leases.release(lease);
        assertThat(leases.onlySite().released()).isEqualTo(1);
        assertThat(leases.onlySite().open()).isZero();
    }

    @Test
    void aReleaseDuringACallKeepsTheCallCounted() {
        lease.enter();
        assertThat(lease.release()).isTrue();
        lease.leave();
        assertThat(lease.calls()).isZero();
        assertThat(lease.status()).isEqualTo(Lease.RELEASED);
    }

    @Test
    void whatALeaseHoldsIsForgottenWhenItEnds() {
        lease.hold(new Object());
        assertThat(lease.held()).isNotNull();
        lease.release();
        assertThat(lease.held()).isNull();
    }

    @Test
    void theApplicationsCloseAfterAnExpiryIsCountedAndIsNoRelease() {
        lease.claim();
        lease.commit();
        lease.finish(true, 1);
        leases.release(lease);
        assertThat(lease.site().lateReleases.get()).isEqualTo(1);
        assertThat(leases.onlySite().released()).isZero();
    }
}
