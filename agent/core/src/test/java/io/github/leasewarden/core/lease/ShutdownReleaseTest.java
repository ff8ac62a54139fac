package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to open leases when the JVM exits: the application may be in the middle of a graceful shutdown. */
class ShutdownReleaseTest {
    private static final Duration TTL = Duration.ofMinutes(10);

    private final Leases leases = new Leases(Leases.settings(Mode.GUARD, TTL));
    private final Leases.Thing thing = new Leases.Thing();
    private final Lease lease = leases.open(thing);

    @AfterEach
    void stop() {
        leases.close();
    }

    /** Lease time runs on its own while the release waits. */
    private void exit() throws InterruptedException {
        Thread time = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                leases.nanos.addAndGet(Duration.ofMillis(1).toNanos());
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        time.setDaemon(true);
        time.start();
        leases.expirer.shutdown(Duration.ofSeconds(2));
        time.interrupt();
        time.join();
    }

    @Test
    void whatIsIdlePastItsTtlIsReleased() throws InterruptedException {
        leases.pass(TTL.plusSeconds(1));
        exit();
        assertThat(thing.closed).isEqualTo(1);
        assertThat(leases.expirer.expiries()).extracting(ExpiryEvent::cause).containsExactly(Cause.SHUTDOWN);
    }

    /** It may be a request that waits for another service, and commits then. */
    @Test
    void whatWasUsedWithinItsTtlIsLeftAlone() throws InterruptedException {
        leases.pass(Duration.ofMinutes(5));
        exit();
        assertThat(thing.closed).isZero();
    }

    @Test
    void whatTheLibraryCallsBusyIsLeftAlone() throws InterruptedException {
        leases.pass(TTL.plusSeconds(1));
        thing.busy = true;
        exit();
        assertThat(thing.closed).isZero();
    }

    @Test
    void whatTheApplicationsOwnHooksUseIsLeftAlone() throws InterruptedException {
        leases.pass(TTL.plusSeconds(1));
        Thread hook = new Thread(() -> leases.registry.used(lease));
        hook.start();
        hook.join();
        exit();
        assertThat(thing.closed).isZero();
    }
}
